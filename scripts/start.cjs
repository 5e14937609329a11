"use strict";
// `npm start`. This file only has to parse on an old Node: what is modern is loaded after the check.
require("./check-node.cjs");
require("./start/main.cjs");
