/** Milliseconds of one run, or why there is none. */
export type Sample = { ms: number } | { none: string };

/** One that is timed: a library on a host. */
export interface Contender {
  name: string;
  host: "Node" | "Chromium" | "native";
  sample(work: string): Promise<Sample>;
  close(): Promise<void>;
}

/** One that could not be started: each of its rows says why. */
export function absent({ name, host }: Pick<Contender, "name" | "host">, error: unknown): Contender {
  const none = error instanceof Error ? error.message : String(error);
  return { name, host, sample: async () => ({ none }), close: async () => {} };
}
