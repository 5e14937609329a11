import { AttributeError } from "../errors";
import type { Tensor } from "../tensor";
import type { Layer } from "./module";
import { Parameter } from "./parameter";
import { isModule, registryOf } from "./tree";

function missing(module: Layer, name: string): AttributeError {
  return new AttributeError(`nn.${module._get_name()}`, `${module._get_name()} has no attribute \`${name}\``);
}

/** The module at a dotted path; the module itself for an empty one. */
export function findSubmodule(root: Layer, target: string): Layer {
  let module = root;
  for (const name of target === "" ? [] : target.split(".")) {
    const found: unknown = Reflect.get(module, name);
    if (found === undefined) throw missing(module, name);
    if (!isModule(found)) throw new AttributeError("nn.Module", `\`${name}\` is not an nn.Module`);
    module = found;
  }
  return module;
}

function splitPath(target: string): [path: string, name: string] {
  const at = target.lastIndexOf(".");
  return [at === -1 ? "" : target.slice(0, at), target.slice(at + 1)];
}

/** The parameter at a dotted path. */
export function findParameter(root: Layer, target: string): Parameter {
  const [path, name] = splitPath(target);
  const module = findSubmodule(root, path);
  const found: unknown = Reflect.get(module, name);
  if (found === undefined) throw missing(module, name);
  if (found instanceof Parameter) return found;
  throw new AttributeError("nn.Module.get_parameter", `\`${name}\` is not an nn.Parameter`);
}

/** The buffer at a dotted path. */
export function findBuffer(root: Layer, target: string): Tensor {
  const [path, name] = splitPath(target);
  const module = findSubmodule(root, path);
  if (Reflect.get(module, name) === undefined) throw missing(module, name);
  const buffer = registryOf(module).buffers.get(name);
  if (buffer != null) return buffer;
  throw new AttributeError("nn.Module.get_buffer", `\`${name}\` is not a buffer`);
}
