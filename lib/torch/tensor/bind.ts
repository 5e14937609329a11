import { bindArguments, pythonName } from "../arguments";
import { TypeMismatch } from "../errors";
import type { DType } from "./dtype";
import { isScalar, isTensor, type Operand, typeName } from "./operand";
import type { Scalar } from "./promote";
import type { Tensor } from "./tensor";

/** What an argument may be, by the name that PyTorch's messages give it. */
type Kinds = {
  int: number;
  "tuple of ints": readonly number[];
  Tensor: Tensor;
  "tuple of Tensors": readonly Tensor[];
  Number: Scalar;
  operand: Operand;
  bool: boolean;
  str: string;
  "torch.dtype": DType;
  any: unknown;
};
type Kind = keyof Kinds;
/** The kind of each argument in order; one that ends in ? may be left out. */
type Schema = Readonly<Record<string, Kind | `${Kind}?`>>;
type Bound<S extends Schema> = {
  [K in keyof S]: S[K] extends `${infer Own extends Kind}?`
    ? Kinds[Own] | undefined
    : S[K] extends Kind
      ? Kinds[S[K]]
      : never;
};

function isInteger(value: unknown): boolean {
  return Number.isInteger(value) || typeof value === "bigint";
}

function isList(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

const TESTS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  int: isInteger,
  "tuple of ints": (value) => isInteger(value) || isList(value, isInteger),
  Tensor: isTensor,
  "tuple of Tensors": (value) => isList(value, isTensor),
  Number: isScalar,
  operand: (value) => isTensor(value) || isScalar(value),
  bool: (value) => typeof value === "boolean",
  str: (value) => typeof value === "string",
  "torch.dtype": () => true,
  any: () => true,
};

/** What PyTorch says is expected where either a tensor or a number may stand. */
function shownKind(kind: Kind): string {
  return kind === "operand" ? "Tensor" : kind;
}

function toKind(kind: Kind, value: unknown): unknown {
  if (kind === "tuple of ints" && !Array.isArray(value)) return [value];
  return value;
}

/**
 * The arguments of a call by name, each of its kind, as PyTorch's parser binds them: `schema` lists those that may stand
 * in order, `only` those that are keywords. Errors: `split() missing 1 required positional arguments: "split_size"`,
 * `gather(): argument 'dim' (position 1) must be int, not Tensor`.
 */
export function bindCall<S extends Schema, O extends Schema = Record<never, never>>(
  call: string,
  given: readonly unknown[],
  schema: S,
  only: O = {} as O,
): Bound<S & O> {
  const names = Object.keys(schema);
  const bound = bindArguments<Record<string, unknown>>(call, given, { names, only: Object.keys(only) });
  const method = pythonName(call);
  const missing = names.filter((name) => !schema[name]!.endsWith("?") && bound[name] === undefined);
  if (missing.length > 0) {
    const quoted = missing.map((name) => `"${name}"`).join(", ");
    throw new TypeMismatch(
      call,
      `${method}() missing ${missing.length} required positional arguments: ${quoted}`,
    );
  }
  const all: Schema = { ...schema, ...only };
  const checked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(bound)) {
    const isOptional = all[name]!.endsWith("?");
    if (isOptional && value === null) continue;
    const kind = all[name]!.replace("?", "") as Kind;
    if (!TESTS[kind](value)) refuseArgument(call, { name, kind, value, place: names.indexOf(name) });
    checked[name] = toKind(kind, value);
  }
  return checked as Bound<S & O>;
}

function refuseArgument(
  call: string,
  { name, kind, value, place }: { name: string; kind: Kind; value: unknown; place: number },
): never {
  const method = pythonName(call);
  const position = place === -1 ? "" : ` (position ${place + 1})`;
  throw new TypeMismatch(
    call,
    `${method}(): argument '${name}'${position} must be ${shownKind(kind)}, not ${typeName(value)}`,
    isTensor(value) && kind === "Number" ? "write t.item() for the value of a tensor" : undefined,
  );
}
