import { AttributeError, TypeMismatch } from "../errors";
import { isTensor, type Tensor, typeName } from "../tensor";

/** A module while `apply` visits it; what it lacks can then be named. */
type Visited = { readonly name: string; readonly attributes: ReadonlySet<string> };

const visiting: Visited[] = [];

/** Runs `body` while `apply` visits a module, so that an error inside can say which module lacks a weight. */
export function whileVisiting<T>(module: Visited, body: () => T): T {
  visiting.push(module);
  try {
    return body();
  } finally {
    visiting.pop();
  }
}

/** Throws Python's AttributeError unless a tensor was given; `attribute` is what PyTorch would have asked it for. */
export function checkTensor(call: string, value: unknown, attribute: string): asserts value is Tensor {
  if (isTensor(value)) return;
  if (value === undefined) {
    const module = visiting.at(-1);
    if (module !== undefined) {
      const missing = module.attributes.has("weight") ? "bias" : "weight";
      throw new AttributeError(
        call,
        `'${module.name}' object has no attribute '${missing}'`,
        `undefined was given: test the type first, as in if (m instanceof nn.Linear) …`,
      );
    }
    throw new AttributeError(
      call,
      `'NoneType' object has no attribute '${attribute}'`,
      "undefined was given: does this module have a weight?",
    );
  }
  if (value === null) {
    throw new AttributeError(
      call,
      `'NoneType' object has no attribute '${attribute}'`,
      "null was given: the module was made without it, for example with bias: false",
    );
  }
  throw new AttributeError(
    call,
    `'${typeName(value)}' object has no attribute '${attribute}'`,
    "give a tensor, such as m.weight",
  );
}

/** Throws Python's TypeError unless a factor is a number. */
export function checkFactor(call: string, value: unknown): asserts value is number {
  if (typeof value === "number") return;
  throw new TypeMismatch(
    call,
    typeof value === "string" || Array.isArray(value)
      ? "can't multiply sequence by non-int of type 'float'"
      : `unsupported operand type(s) for *: '${typeName(value)}' and 'float'`,
    `gain must be a number, got ${JSON.stringify(value)}; calculate_gain(…) gives one by name`,
  );
}
