/** Which names the golden programs have PyTorch answer for, and how near the engine's answers are held to it. */
import type { GoldenCase, Step } from "../program";

/** What the goldens say of one name: how many programs end in it, by what is owed. */
export type Coverage = {
  kinds: Map<GoldenCase["kind"], number>;
  /** The same of programs that only pass through it, to a result of something else. */
  passing: Map<GoldenCase["kind"], number>;
  /** The same of programs that end in a gradient which goes through it. */
  gradients: Map<GoldenCase["kind"], number>;
  errors: number;
};

const ROOTS: Readonly<Record<string, string>> = {
  torch: "torch",
  nn: "torch.nn",
  init: "torch.nn.init",
  F: "torch.nn.functional",
};
/** The harness's own words for what Python has syntax or functions for. */
const LISTINGS: Readonly<Record<string, string>> = {
  apply: "apply",
  "state_dict keys": "state_dict",
  "parameter names": "named_parameters",
  "module names": "named_modules",
  "child names": "named_children",
};

/** Reads all cases; names are `torch.exp`, `Tensor.exp`, `torch.nn.Linear`, `nn.Module.apply`. */
export function readCoverage(
  cases: readonly GoldenCase[],
  moduleMethods: ReadonlySet<string>,
): Map<string, Coverage> {
  const covered = new Map<string, Coverage>();
  const of = (name: string): Coverage => {
    let found = covered.get(name);
    if (!found) {
      found = { kinds: new Map(), passing: new Map(), gradients: new Map(), errors: 0 };
      covered.set(name, found);
    }
    return found;
  };
  for (const golden of cases) {
    const steps = nameSteps(golden.steps, moduleMethods);
    const last = steps.findLastIndex((names) => names.length > 0);
    const isGradient = /^get \w+\.grad$/.test(golden.steps.at(-1)?.call ?? "");
    const tracked = isGradient ? golden.steps.findIndex(({ call }) => call.endsWith(".requires_grad_")) : -1;
    const backward = golden.steps.findIndex(({ call }) => call.endsWith(".backward"));
    steps.forEach((names, at) => {
      for (const name of new Set(names)) {
        const coverage = of(name);
        if (golden.error !== undefined) coverage.errors += at === last ? 1 : 0;
        else if (isGradient && at > tracked && at <= backward) count(coverage.gradients, golden.kind);
        else count(at === last ? coverage.kinds : coverage.passing, golden.kind);
      }
    });
  }
  return covered;
}

function count(kinds: Map<GoldenCase["kind"], number>, kind: GoldenCase["kind"]): void {
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
}

/** The names that each step is about. */
function nameSteps(steps: readonly Step[], moduleMethods: ReadonlySet<string>): string[][] {
  /** What stands under the names of a program: a class, or `Tensor`. */
  const kept = new Map<string, string>();
  return steps.map((step) => {
    const names = nameStep(step, { kept, moduleMethods });
    const [made] = names;
    if (step.to !== undefined && made !== undefined)
      kept.set(step.to, /\.[A-Z]\w*$/.test(made) && step.call.startsWith("new ") ? made : ownerOf(made));
    return names;
  });
}

/** What a call gives, as far as it matters here: a generator, or a tensor. */
function ownerOf(name: string): string {
  return name === "torch.manual_seed" || name === "torch.Generator" ? "torch.Generator" : "Tensor";
}

type Known = { kept: ReadonlyMap<string, string>; moduleMethods: ReadonlySet<string> };

function nameStep({ call, args = [] }: Step, known: Known): string[] {
  const first =
    typeof args[0] === "object" && args[0] !== null && "ref" in args[0] ? String(args[0].ref) : "";
  const owner = known.kept.get(first) ?? "Tensor";
  switch (call) {
    case "print-node":
      return ["Tensor.grad_fn"];
    case "lambda":
      return [];
    case "print":
    case "print-attribute":
    case "set-attribute":
    case "dict":
    case "member":
    case "length":
      return owner === "Tensor" ? [] : [owner];
    case "names":
      return [owner, `nn.Module.${LISTINGS[String(args[1])] ?? ""}`];
    case "state":
      return [owner, "nn.Module.state_dict"];
    case "index":
      return ["Tensor.at"];
    case "assign":
      return ["Tensor.set"];
    case "list":
    case "hook":
      return nameMember(owner, String(args[1]), known);
    case "no_grad":
    case "enable_grad":
    case "set_grad_enabled":
      return [`torch.${call}`, ...nameMember(owner, String(args[1]), known)];
    default: {
      const [head = "", ...rest] = call.replace(/^(new|get) /, "").split(".");
      const root = ROOTS[head];
      if (root !== undefined) return withBase([root, ...rest].join("."));
      const type = known.kept.get(head) ?? "Tensor";
      if (rest.length === 0) return withBase(type);
      return nameMember(rest.length > 1 ? "Tensor" : type, rest.at(-1) ?? "", known);
    }
  }
}

function nameMember(type: string, member: string, { moduleMethods }: Known): string[] {
  if (type === "Tensor" || type === "torch.nn.Parameter") return [`Tensor.${member}`];
  if (type.startsWith("torch.nn.") && moduleMethods.has(member)) return [type, `nn.Module.${member}`];
  return withBase(type);
}

/** A program with a layer or an optimiser is one with its base class too. */
function withBase(type: string): string[] {
  if (/^torch\.nn\.[A-Z]/.test(type) && !type.includes("Parameter")) return [type, "torch.nn.Module"];
  if (/^torch\.optim\.[A-Z]/.test(type)) return [type, "torch.optim.Optimizer"];
  return [type];
}
