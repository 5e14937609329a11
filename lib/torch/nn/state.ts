import { no_grad } from "../autograd";
import { RuntimeError } from "../errors";
import { showShape, type Tensor } from "../tensor";

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

type State = Readonly<Record<string, Tensor>>;

/** Copies `given` into the tensors of `own`, or throws PyTorch's list of what does not fit. */
export function loadState(
  name: string,
  { own, given, strict }: { own: State; given: State; strict: boolean },
): LoadResult {
  const missing = Object.keys(own).filter((key) => !(key in given));
  const unexpected = Object.keys(given).filter((key) => !(key in own));
  const problems: string[] = [];
  if (strict && missing.length > 0) problems.push(`Missing key(s) in state_dict: ${quote(missing)}. `);
  if (strict && unexpected.length > 0)
    problems.push(`Unexpected key(s) in state_dict: ${quote(unexpected)}. `);
  for (const [key, target] of Object.entries(own)) {
    const source = given[key];
    if (source === undefined || showShape(source.shape) === showShape(target.shape)) continue;
    problems.push(
      `size mismatch for ${key}: copying a param with shape torch.Size(${showShape(source.shape)}) from checkpoint, the shape in current model is torch.Size(${showShape(target.shape)}).`,
    );
  }
  if (problems.length > 0) {
    throw new RuntimeError(
      "nn.Module.load_state_dict",
      `Error(s) in loading state_dict for ${name}:\n\t${problems.join("\n\t")}`,
    );
  }
  no_grad(() => {
    for (const [key, target] of Object.entries(own)) if (given[key] !== undefined) target.copy_(given[key]);
  });
  return new LoadResult(missing, unexpected);
}

function quote(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(", ");
}
