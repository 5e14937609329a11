/** What the reader committed to before a cell may run: kept in this browser, by lesson, never scored. */
import * as z from "zod/mini";

const answerSchema = z.object({
  /** What was locked in, as the reader chose or typed it; null where the reader skipped. */
  value: z.nullable(z.string()),
  /** Whether the truth has been shown beside it. */
  seen: z.boolean(),
});
const recordSchema = z.object({ schema: z.literal(1), answers: z.record(z.string(), answerSchema) });
export type Answer = z.infer<typeof answerSchema>;

export type PredictionsOptions = {
  /** Where answers are kept; undefined where the browser keeps nothing. */
  storage: () => Storage | undefined;
};

const keyOf = (lesson: string) => `fan-in.predictions.${lesson}`;

/** The predictions of this browser. One instance a page; tests make their own. */
export class Predictions {
  #storage: PredictionsOptions["storage"];
  #lessons = new Map<string, Record<string, Answer>>();
  #before = new Map<string, { lesson: string; id: string }[]>();
  #listeners = new Set<() => void>();

  constructor({ storage }: PredictionsOptions) {
    this.#storage = storage;
  }

  /** For `useSyncExternalStore`: the same object until the answer changes. */
  get(lesson: string, id: string): Answer | undefined {
    return this.#load(lesson)[id];
  }

  /** Commits to an answer. A second lock changes nothing: a prediction is made once. */
  lock(lesson: string, id: string, value: string): void {
    if (!this.get(lesson, id)) this.#put(lesson, id, { value, seen: false });
  }

  /** Goes on without an answer. */
  skip(lesson: string, id: string): void {
    if (!this.get(lesson, id)) this.#put(lesson, id, { value: null, seen: false });
  }

  /** The cell has run and the truth is shown. */
  see(lesson: string, id: string): void {
    const answer = this.get(lesson, id);
    if (answer && !answer.seen) this.#put(lesson, id, { ...answer, seen: true });
  }

  /** Takes an answer back, to predict anew. */
  forget(lesson: string, id: string): void {
    const { [id]: _, ...rest } = this.#load(lesson);
    this.#write(lesson, rest);
  }

  /** Says that a prediction stands before a cell; answers what takes it back. */
  declare(lesson: string, prediction: { id: string; before: string }): () => void {
    const key = `${lesson} ${prediction.before}`;
    const entry = { lesson, id: prediction.id };
    this.#before.set(key, [...(this.#before.get(key) ?? []), entry]);
    return () =>
      this.#before.set(
        key,
        (this.#before.get(key) ?? []).filter((other) => other !== entry),
      );
  }

  /** Whether an unanswered prediction stands before a cell. */
  isOpenBefore(lesson: string, cell: string): boolean {
    const standing = this.#before.get(`${lesson} ${cell}`) ?? [];
    return standing.some(({ id }) => !this.get(lesson, id));
  }

  /** Skips every unanswered prediction that stands before a cell. */
  skipBefore(lesson: string, cell: string): void {
    for (const { id } of this.#before.get(`${lesson} ${cell}`) ?? []) this.skip(lesson, id);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #load(lesson: string): Record<string, Answer> {
    const known = this.#lessons.get(lesson);
    if (known) return known;
    const text = this.#storage()?.getItem(keyOf(lesson));
    const answers = (text && recordSchema.safeParse(parseJson(text)).data?.answers) || {};
    this.#lessons.set(lesson, answers);
    return answers;
  }

  #put(lesson: string, id: string, answer: Answer): void {
    this.#write(lesson, { ...this.#load(lesson), [id]: answer });
  }

  #write(lesson: string, answers: Record<string, Answer>): void {
    this.#lessons.set(lesson, answers);
    try {
      this.#storage()?.setItem(keyOf(lesson), JSON.stringify({ schema: 1, answers }));
    } catch {
      // Storage is full or refused: the answer holds for this page.
    }
    for (const listener of this.#listeners) listener();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not ours: there is nothing to take from it.
  }
}

/** This page's predictions. */
export const predictions = new Predictions({
  storage() {
    try {
      return localStorage;
    } catch {
      return undefined; // Switched off, or no browser at all.
    }
  },
});
