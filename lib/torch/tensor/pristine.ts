import { Tensor } from "./tensor";

type Member = { readonly prototype: object; readonly name: PropertyKey; readonly own: PropertyDescriptor };

/** The methods of tensors as the engine defines them. */
const members: readonly Member[] = prototypes().flatMap((prototype) =>
  Reflect.ownKeys(prototype).map((name) => ({
    prototype,
    name,
    own: Object.getOwnPropertyDescriptor(prototype, name)!,
  })),
);

function prototypes(): object[] {
  const list: object[] = [];
  for (let at: object = Tensor.prototype; at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
    // What stands last is a proxy that answers for names that nobody has.
    if (!Object.hasOwn(at, "constructor")) break;
    list.push(at);
  }
  return list;
}

/** Whether the methods of tensors are the engine's own: a learner may replace one by a function that keeps what it sees. */
export function hasOwnMethods(): boolean {
  return members.every(({ prototype, name, own }) => {
    const now = Object.getOwnPropertyDescriptor(prototype, name);
    return now !== undefined && now.value === own.value && now.get === own.get && now.set === own.set;
  });
}
