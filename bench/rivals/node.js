import { pathToFileURL } from "node:url";
import { sampler } from "./sample.js";

/** A rival in a Node process of its own: names of works come in, samples go out. Its argument is the folder of packages. */
export async function answer(start) {
  const [, , packages] = process.argv;
  const sample = sampler(await start({ packages, address: pathToFileURL(packages).href }));
  process.on("message", async (name) => {
    process.send(await sample(name).catch((error) => ({ none: `failed: ${error.message}` })));
  });
  process.on("disconnect", () => process.exit());
  process.send("ready");
}
