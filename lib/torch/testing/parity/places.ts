/** Where names stand, in PyTorch and here. */
import torch, { nn, optim } from "../..";
import { pytorchNames } from "../../near-names";

export type Place = {
  title: string;
  /** What the names of the goldens begin with. */
  path: string;
  /** Public names here. */
  here: ReadonlySet<string>;
  /** Public names in PyTorch that are for users of this place. */
  theirs: ReadonlySet<string>;
};

/** What the engine's own files ask tensors for. */
const INTERNAL = new Set(["accumulateGrad", "self", "sliced", "versionCounter"]);
/** Which names of a place are for users: PyTorch's files have others for themselves. */
const isFunction = (name: string) => /^[a-z]/.test(name);
const isAny = () => true;

function publicKeys(namespace: object, isWanted: (name: string) => boolean): Set<string> {
  return new Set(
    Object.keys(namespace).filter((name) => {
      const value: unknown = Reflect.get(namespace, name);
      return !name.startsWith("_") && isWanted(name) && typeof value === "function";
    }),
  );
}

/** The methods and properties of a class and what it inherits. */
function membersOf(prototype: object, end: object): Set<string> {
  const names = new Set<string>();
  for (
    let at: object | null = prototype;
    at !== null && at !== end;
    at = Object.getPrototypeOf(at) as object | null
  )
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (!name.startsWith("_") && name !== "constructor" && !INTERNAL.has(name) && !isRefusal(get))
        names.add(name);
  return names;
}

/** A getter that only says that the name is not here has no place to be read from. */
function isRefusal(get: (() => unknown) | undefined): boolean {
  if (get === undefined) return false;
  try {
    get.call(undefined);
    return false;
  } catch (error) {
    return error instanceof Error && error.name === "AttributeError";
  }
}

function place(
  title: string,
  path: string,
  here: ReadonlySet<string>,
  isWanted: (name: string) => boolean,
): Place {
  return { title, path, here, theirs: new Set([...pytorchNames(path)].filter(isWanted)) };
}

/** All places, the most used first. */
export function listPlaces(): Place[] {
  const namespace = (title: string, path: string, object: object, isWanted: (name: string) => boolean) =>
    place(title, path, publicKeys(object, isWanted), isWanted);
  return [
    namespace("Initialisers: torch.nn.init", "torch.nn.init", nn.init, isAny),
    namespace("Modules: torch.nn", "torch.nn", nn, (name) => /^[A-Z]/.test(name)),
    place("Methods of modules", "nn.Module", membersOf(nn.Module.prototype, Object.prototype), isFunction),
    namespace("Functions of modules: torch.nn.functional", "torch.nn.functional", nn.functional, isFunction),
    namespace("torch.nn.utils", "torch.nn.utils", nn.utils, isFunction),
    namespace("Functions: torch", "torch", torch, isFunction),
    place(
      "Methods and properties of tensors",
      "Tensor",
      membersOf(torch.Tensor.prototype, Object.prototype),
      isAny,
    ),
    namespace("torch.linalg", "torch.linalg", torch.linalg, isFunction),
    namespace("torch.autograd", "torch.autograd", torch.autograd, isFunction),
    namespace("Optimisers: torch.optim", "torch.optim", optim, (name) => /^[A-Z]/.test(name)),
    namespace("Schedules: torch.optim.lr_scheduler", "torch.optim.lr_scheduler", optim.lr_scheduler, (name) =>
      /^[A-Z]/.test(name),
    ),
  ];
}
