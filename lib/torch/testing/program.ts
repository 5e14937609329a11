/** Runs the programs of scripts/golden/engine_*.py in the engine; see scripts/golden/engine_steps.py for their form. */
import torch, { nn, Slice, type Tensor } from "..";

/** One call of a program, as JSON. */
export type Step = { call: string; args?: unknown[]; keywords?: Record<string, unknown>; to?: string };

/** What PyTorch gave, as text that keeps every bit. */
export type Described =
  | { dtype: string; shape: number[]; values: string }
  | { dtype: string; shape: number[]; fingerprint: string; ends: string }
  | { parts: Described[] }
  | { list: Described[] }
  | { value: boolean | null }
  | { integer: string }
  | { double: string }
  | { text: string };

/** A program, what is owed, and what PyTorch answered. */
export type GoldenCase = {
  name: string;
  kind: "bits" | "ulp2" | "digits" | "near";
  steps: Step[];
  expected?: Described;
  error?: { name: string; text: string };
};

type Names = Map<string, unknown>;

function revive(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => revive(item, names));
  if (typeof value !== "object" || value === null) return value;
  if ("ref" in value) return names.get(String(value.ref));
  if ("dtype" in value) return Reflect.get(torch, String(value.dtype));
  if ("float" in value) return Number(String(value.float).replace("inf", "Infinity"));
  if ("int" in value) return BigInt(String(value.int));
  if ("slice" in value) {
    const [start = null, stop = null, step = null] = value.slice as (number | null)[];
    return new Slice(start, stop, step);
  }
  return value;
}

function lookup(path: string, names: Names): { owner: unknown; found: unknown } {
  const [head = "", ...rest] = path.split(".");
  const roots: Record<string, unknown> = { torch, nn, init: nn.init, F: nn.functional };
  let owner: unknown;
  let found: unknown = roots[head] ?? names.get(head);
  for (const name of rest) {
    owner = found;
    found = Reflect.get(Object(found), name);
  }
  return { owner, found };
}

/** Runs the steps and returns the value of the last. */
export function runProgram(steps: readonly Step[]): unknown {
  const names: Names = new Map();
  let value: unknown;
  for (const step of steps) {
    value = runStep(step, names);
    if (step.to !== undefined) names.set(step.to, value);
  }
  return value;
}

function listNames(module: nn.Module, listing: string): string {
  const visited: string[] = [];
  switch (listing) {
    case "apply":
      module.apply((m) => visited.push(m._get_name()));
      return visited.join(" ");
    case "state_dict keys":
      return Object.keys(module.state_dict()).join(" ");
    case "parameter names":
      return module
        .named_parameters()
        .map(([name]) => name)
        .join(" ");
    case "module names":
      return module
        .named_modules()
        .map(([name]) => name)
        .join(" ");
    default:
      return module
        .named_children()
        .map(([name]) => name)
        .join(" ");
  }
}

/** Functions have no JSON: these stand in both harnesses. */
const HOOKS: Readonly<Record<string, unknown>> = {
  register_forward_hook: (_module: unknown, _given: unknown, output: Tensor) => output.mul(2),
  register_forward_pre_hook: (_module: unknown, given: readonly Tensor[]) => [given[0]!.mul(2)],
  register_hook: (grad: Tensor) => grad.mul(2),
  register_full_backward_hook: (_module: unknown, [grad]: readonly Tensor[]) => [grad!.mul(2)],
};

/** `[object, method, ...given]` → `object.method(...given)`. */
function callMember([object, method, ...given]: readonly unknown[]): unknown {
  return Reflect.apply(Reflect.get(Object(object), String(method)), object, given);
}

/** `object[key]` of Python: a container's own `at`, or a dictionary's entry. */
function memberOf(object: unknown, key: unknown): unknown {
  const at: unknown = Reflect.get(Object(object), "at");
  return typeof at === "function"
    ? Reflect.apply(at, object, [key])
    : Reflect.get(Object(object), String(key));
}

function runStep(step: Step, names: Names): unknown {
  const args = (step.args ?? []).map((arg) => revive(arg, names));
  const keywords = Object.entries(step.keywords ?? {}).map(([key, arg]) => [key, revive(arg, names)]);
  const given = keywords.length === 0 ? args : [...args, Object.fromEntries(keywords)];
  if (step.call.startsWith("get ")) return lookup(step.call.slice(4), names).found;
  if (step.call.startsWith("new ")) {
    return Reflect.construct(lookup(step.call.slice(4), names).found as never, given);
  }
  switch (step.call) {
    case "print":
      return String(args[0]);
    case "print-attribute":
      return String(Reflect.get(Object(args[0]), String(args[1])));
    case "set-attribute":
      return Reflect.set(Object(args[0]), String(args[1]), args[2]);
    case "print-node":
      return (args[0] as Tensor).grad_fn?.name() ?? "NoneType";
    case "names":
      return listNames(args[0] as nn.Module, String(args[1]));
    case "state":
      return Object.values((args[0] as nn.Module).state_dict());
    case "dict":
      return Object.fromEntries(args as [string, unknown][]);
    case "member":
      return memberOf(args[0], args[1]);
    case "length":
      return (args[0] as { length: number }).length;
    case "index":
      return (args[0] as Tensor).at(...(args.slice(1) as never[]));
    case "assign":
      return (args[0] as Tensor).set(args[1] as never, args[2] as never);
    case "list":
      return [...(callMember(args) as Iterable<unknown>)];
    case "hook":
      return callMember([args[0], args[1], HOOKS[String(args[1])]]);
    case "lambda":
      return (epoch: number) => Number(args[0]) ** epoch;
    case "no_grad":
      return torch.no_grad(() => callMember(args));
    case "enable_grad":
      return torch.no_grad(() => torch.enable_grad(() => callMember(args)));
    case "set_grad_enabled":
      return torch.no_grad(() => torch.set_grad_enabled(true, () => callMember(args)));
    default: {
      const { owner, found } = lookup(step.call, names);
      return Reflect.apply(found as (...given: unknown[]) => unknown, owner, given);
    }
  }
}
