/** What a cell may cost. A limit that is reached ends the run with an error that names it. */

/** Seconds that a run may take unless its fence says `limit=`. */
export const RUN_SECONDS = 30;
/** Seconds that a fence may ask for at the most. */
export const RUN_SECONDS_MAX = 300;
/** Bytes of tensors that may be alive at once; devices with little memory get a quarter. */
export const TENSOR_BYTES = 512e6;
/** UTF-16 units of printed text a run. */
export const TEXT_LENGTH = 2 ** 20;
/** Outputs a run: prints that follow each other count as one. */
export const OUTPUTS = 200;
/** Characters of one figure or other rich output. */
export const RICH_LENGTH = 2 ** 21;
/** Messages a second that the frame lets through to the page. */
export const MESSAGES_PER_SECOND = 2000;
/** Milliseconds between two pings of the frame, and of silence after which it counts as gone. */
export const PING_EVERY = 1000;
export const FRAME_SILENCE = 5000;
/** Milliseconds of silence of the worker's loop while no run is in progress. */
export const WORKER_SILENCE = 5000;
/** Milliseconds that a worker may take to say "ready" once its frame has loaded. */
export const START_SILENCE = 20_000;
/** Milliseconds after which a replay shows its progress and can be declined. */
export const REPLAY_PATIENCE = 2000;
