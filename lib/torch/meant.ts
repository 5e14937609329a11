import { findNear } from "./near-names";
import { Module } from "./nn";
import { Optimizer } from "./optim";
import { Generator } from "./random";

/** The method of a module, an optimiser or a generator that a reader most likely meant by a name that none of them has. */
export function findMeantMethod(name: string): string | undefined {
  const names = [Module, Optimizer, Generator].flatMap(({ prototype }) =>
    Object.entries(Object.getOwnPropertyDescriptors(prototype))
      .filter(
        ([key, { value }]) => typeof value === "function" && key !== "constructor" && !key.startsWith("_"),
      )
      .map(([key]) => key),
  );
  return names.includes(name) ? undefined : findNear(name, names);
}
