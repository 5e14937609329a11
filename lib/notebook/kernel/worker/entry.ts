/** The kernel's first and last line: prepares the realm, builds the session, then says "ready". */
import "./prepare";
// Below the line above on purpose: modules are evaluated in the order of imports.
import { begin } from "./begin";

begin();
