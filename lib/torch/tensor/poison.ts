/** Set up before every unit test: memory that autograd gives back is reused whatever its size, and full of NaN until then. */
import { spareBuffers } from "./spare-buffers";

spareBuffers.least = 1;
spareBuffers.isPoisoned = true;
