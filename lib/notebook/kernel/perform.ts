/** One run in one worker: posted, bounded in time, and over when either side says so. */
import type { Active, Ending } from "./active";
import type { Connection } from "./connection";
import { endError } from "./endings";
import type { JournalEntry } from "./journal";
import type { RunRequest } from "./run";

/** CSS pixels of a figure where nobody says. */
const WIDTH = 640;

export type Work = { connection: Connection; entry: JournalEntry; request?: RunRequest };

/** Resolves with the run's ending. What the worker says on the way goes to `active`. */
export async function perform(active: Active, { connection, entry, request }: Work): Promise<Ending> {
  connection.busy(true);
  const timer = setTimeout(() => active.end(endError("limit", entry.limit)), entry.limit * 1000);
  connection.post({
    type: "run",
    runId: active.runId,
    cell: entry.cell,
    code: entry.code,
    prefixLength: entry.prefixLength,
    executionCount: entry.executionCount,
    ambient: entry.ambient,
    replay: active.isReplay,
    width: request?.width ?? WIDTH,
    evaluate: [...(request?.evaluate ?? [])],
    inject: entry.inject,
    wantValue: request?.wantValue ?? false,
  });
  const ending = await active.ending;
  clearTimeout(timer);
  connection.busy(false);
  return ending;
}
