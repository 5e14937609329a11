/** What the text of a lesson is written by. */
import type { Nodes, Parents } from "mdast";
import type { Part } from "./parts";

export type ProseOptions = {
  /** The text that the tree's offsets count in. */
  body: string;
  /** The language of the notebook: an exercise's solution is given in it. */
  language: "ts" | "py";
  /** Text by cell, then by expression. */
  values: Record<string, Record<string, string>>;
  /** Exercises that have a solution in Python. */
  pythonSolutions: ReadonlySet<string>;
  /** The full address of a path of the site; without it links into the site become plain words. */
  toAddress?: (path: string) => string;
  /** The lesson's path on the site. */
  path: string;
};

/** Inside a block quote a formula must stand on one line: notebooks take the mark of the quote for a part of it. */
export type Place = ProseOptions & { quoted?: true };

/** What a word is given to write itself with. */
export type Writer = {
  place: Place;
  blocks(nodes: readonly Nodes[], more?: Partial<Place>): Part[];
  /** What stands between an element's tags, on a line. */
  inside(node: Parents): string;
};
