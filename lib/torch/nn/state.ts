import { no_grad } from "../autograd";
import { RuntimeError, TypeMismatch } from "../errors";
import { isTensor, showShape, type Tensor, typeName } from "../tensor";
import type { Layer } from "./module";
import { registryOf } from "./tree";

/** What `load_state_dict` found: names that were missing, and names that it did not know. */
export class LoadResult {
  readonly missing_keys: readonly string[];
  readonly unexpected_keys: readonly string[];

  constructor(missing: readonly string[], unexpected: readonly string[]) {
    this.missing_keys = missing;
    this.unexpected_keys = unexpected;
  }

  toString(): string {
    if (this.missing_keys.length === 0 && this.unexpected_keys.length === 0)
      return "<All keys matched successfully>";
    const list = (keys: readonly string[]) => `[${keys.map((key) => `'${key}'`).join(", ")}]`;
    return `_IncompatibleKeys(missing_keys=${list(this.missing_keys)}, unexpected_keys=${list(this.unexpected_keys)})`;
  }
}

/** Parameters and buffers by dotted name. */
export type State = Record<string, Tensor>;

/** Keywords of `state_dict`: what stands before each name, whether the tensors keep their history, and where to write. */
export type StateOptions = { prefix?: string; keep_vars?: boolean; destination?: State };

/** The versions of the modules, by prefix, of states that came from `state_dict` and are still that very object. */
const versions = new WeakMap<object, Map<string, number>>();

/** The tensors that a module itself puts into its state. */
function localState(module: Layer): [name: string, tensor: Tensor][] {
  const { parameters, buffers, transient } = registryOf(module);
  const kept = [...buffers].filter(([name]) => !transient.has(name));
  return [...parameters, ...kept].filter((entry): entry is [string, Tensor] => entry[1] !== null);
}

/** Parameters and persistent buffers of a module and all below it. */
export function collectState(
  root: Layer,
  { prefix = "", keep_vars = false, destination = {} }: StateOptions,
): State {
  const known = versions.get(destination) ?? new Map<string, number>();
  versions.set(destination, known.set(prefix, root._version));
  for (const [name, value] of localState(root)) {
    destination[prefix + name] = keep_vars ? value : value.detach();
  }
  for (const [name, child] of registryOf(root).modules) {
    child?.state_dict({ prefix: `${prefix}${name}.`, keep_vars, destination });
  }
  return destination;
}

type Findings = { missing: string[]; unexpected: string[]; problems: string[] };

/** Copies `given` into the tensors of a module and all below it, or throws PyTorch's list of what does not fit. */
export function loadState(root: Layer, given: Readonly<State>, strict: boolean): LoadResult {
  checkDictionary(given);
  const findings: Findings = { missing: [], unexpected: [], problems: [] };
  no_grad(() => loadInto(root, given, { prefix: "", findings, known: versions.get(given) }));
  const { missing, unexpected, problems } = findings;
  if (strict && unexpected.length > 0) {
    problems.unshift(`Unexpected key(s) in state_dict: ${quote(unexpected)}. `);
  }
  if (strict && missing.length > 0) problems.unshift(`Missing key(s) in state_dict: ${quote(missing)}. `);
  if (problems.length > 0) {
    throw new RuntimeError(
      "nn.Module.load_state_dict",
      `Error(s) in loading state_dict for ${root._get_name()}:\n\t${problems.join("\n\t")}`,
    );
  }
  return new LoadResult(missing, unexpected);
}

function checkDictionary(given: unknown): void {
  if (typeof given === "object" && given !== null && !Array.isArray(given) && !isTensor(given)) return;
  throw new TypeMismatch(
    "nn.Module.load_state_dict",
    `Expected state_dict to be dict-like, got <class '${typeName(given)}'>.`,
    "give what model.state_dict() returns",
  );
}

type Place = {
  readonly prefix: string;
  readonly findings: Findings;
  readonly known: Map<string, number> | undefined;
};

function loadInto(module: Layer, given: Readonly<State>, { prefix, findings, known: stated }: Place): void {
  const own = localState(module);
  for (const [name, target] of own) {
    const key = prefix + name;
    if (Object.hasOwn(given, key)) copyEntry(key, { target, source: given[key] }, findings);
    else if (!module._toleratesMissing(name, stated?.get(prefix))) findings.missing.push(key);
    else target.zero_();
  }
  const { modules } = registryOf(module);
  const known = new Set([...own.map(([name]) => name), ...modules.keys()]);
  for (const key of Object.keys(given)) {
    if (key.startsWith(prefix) && !known.has(key.slice(prefix.length).split(".", 1)[0]!)) {
      findings.unexpected.push(key);
    }
  }
  for (const [name, child] of modules) {
    if (child !== null) loadInto(child, given, { prefix: `${prefix}${name}.`, findings, known: stated });
  }
}

function copyEntry(
  key: string,
  { target, source }: { target: Tensor; source: unknown },
  { problems }: Findings,
): void {
  if (!isTensor(source)) {
    problems.push(
      `While copying the parameter named "${key}", expected torch.Tensor or Tensor-like object from checkpoint but received <class '${typeName(source)}'>`,
    );
    return;
  }
  const values = target.ndim === 0 && source.ndim === 1 ? source.at(0) : source;
  if (showShape(values.shape) === showShape(target.shape)) {
    target.copy_(values);
    return;
  }
  problems.push(
    `size mismatch for ${key}: copying a param with shape torch.Size(${showShape(values.shape)}) from checkpoint, the shape in current model is torch.Size(${showShape(target.shape)}).`,
  );
}

function quote(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(", ");
}
