import { sampler } from "./sample.js";

/** A rival in a page, which asks for samples by name. */
export function answer(start) {
  const address = new URL("/packages/", location.href).href;
  const ready = start({ packages: address, address }).then(sampler);
  globalThis.sample = async (name) => {
    try {
      return await (await ready)(name);
    } catch (error) {
      return { none: `failed: ${error.message}` };
    }
  };
}
