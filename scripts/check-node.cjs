"use strict";
// Written so that any Node can parse it, however old (ECMAScript 5): it must live long enough to say what is wrong.
var needed = [20, 19];

var parts = process.versions.node.split(".");
var major = Number(parts[0]);
var minor = Number(parts[1]);
var rule = "Fan-in: Node " + needed.join(".") + " or later is needed, got " + process.versions.node + ".";
var wayOut = "Install a newer one (https://nodejs.org, or `nvm install 20`) and run the command again.";
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(rule + " " + wayOut);
  process.exit(1);
}
