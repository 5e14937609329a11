/** Deflate: by the browser where it can, by fflate where it cannot. */

type Streams = {
  CompressionStream: typeof CompressionStream | undefined;
  DecompressionStream: typeof DecompressionStream | undefined;
};

const FORMAT = "deflate-raw";

/** What inflates to more than it may; nothing beyond the limit was kept. */
export class TooLarge extends Error {}

/** Compresses a text's bytes. */
export async function deflate(
  bytes: Uint8Array<ArrayBuffer>,
  { CompressionStream: Native }: Pick<Streams, "CompressionStream"> = globalThis,
): Promise<Uint8Array> {
  const stream = maybeStream(Native);
  if (!stream) return (await import("fflate")).deflateSync(bytes, { level: 9 });
  return collect(new Blob([bytes]).stream().pipeThrough(stream), Number.POSITIVE_INFINITY);
}

/** Inflates, and stops as soon as more than `limit` bytes have come: a few letters can ask for gigabytes. */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
  { DecompressionStream: Native }: Pick<Streams, "DecompressionStream"> = globalThis,
): Promise<Uint8Array> {
  const stream = maybeStream(Native);
  if (!stream) return inflateByHand(bytes, limit);
  return collect(new Blob([bytes]).stream().pipeThrough(stream), limit);
}

/** Some browsers have the streams, and not this format. */
function maybeStream(Native: (new (format: typeof FORMAT) => GenericTransformStream) | undefined) {
  if (!Native) return undefined;
  try {
    return new Native(FORMAT) as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>;
  } catch {
    return undefined;
  }
}

async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(parts, length);
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new TooLarge();
    }
    parts.push(value);
  }
}

/** Bytes that go in at a time: what they can become is bounded too. */
const PIECE = 1024;

async function inflateByHand(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  const { Inflate } = await import("fflate");
  const parts: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const stream = new Inflate((part, final) => {
    length += part.length;
    if (length > limit) throw new TooLarge();
    parts.push(part);
    isWhole = final;
  });
  for (let at = 0; at < bytes.length; at += PIECE)
    stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  if (!isWhole) throw new Error("deflate: the end is missing.");
  return join(parts, length);
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
