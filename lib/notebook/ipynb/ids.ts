/** Ids of cells that nbformat 4.5 accepts: 1 to 64 letters, digits, hyphens and underscores, each once in a file. */

const VALID = /^[a-zA-Z0-9_-]{1,64}$/;

/** Gives out ids: the one that is asked for where it is valid and free, else one made from it. */
export class IdGiver {
  readonly #taken = new Set<string>();

  give(wanted: string): string {
    const base = VALID.test(wanted) ? wanted : toValid(wanted);
    let id = base;
    for (let count = 2; this.#taken.has(id); count++) {
      const end = `-${count}`;
      id = base.slice(0, 64 - end.length) + end;
    }
    this.#taken.add(id);
    return id;
  }
}

function toValid(text: string): string {
  return text.replace(/[^a-zA-Z0-9_-]+/g, "-").slice(0, 64) || "cell";
}
