/** Pictures in a file: PNG and JPEG only, truly what they say they are, and of a size that a page can bear. */
import { RICH_LENGTH } from "../../limits";

const SIGNS: Record<string, readonly number[]> = {
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  "image/jpeg": [0xff, 0xd8, 0xff],
};
/** Pixels that a picture may have: a few bytes can ask for gigabytes. */
const PIXELS = 5e7;

/** The picture as clean base64, or null where it is none, or too large. */
export function maybePicture(mime: string, value: unknown): string | null {
  const signs = Object.hasOwn(SIGNS, mime) ? SIGNS[mime] : undefined;
  const given = Array.isArray(value) ? value.join("") : value;
  if (!signs || typeof given !== "string" || given.length > RICH_LENGTH) return null;
  const base64 = given.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 === 1) return null;
  const bytes = decode(base64);
  if (!bytes || !signs.every((sign, at) => bytes[at] === sign)) return null;
  const [width, height] = mime === "image/png" ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
  return width > 0 && height > 0 && width * height <= PIXELS ? base64 : null;
}

function decode(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    return null; // Not base64 after all.
  }
}

function sizeOfPng(bytes: Uint8Array): [number, number] {
  if (bytes.length < 24) return [0, 0];
  const view = new DataView(bytes.buffer);
  return [view.getUint32(16), view.getUint32(20)];
}

/** A JPEG is a chain of segments; its size stands in the one that begins a frame. */
function sizeOfJpeg(bytes: Uint8Array): [number, number] {
  const view = new DataView(bytes.buffer);
  for (let at = 2; at + 9 < bytes.length; ) {
    const kind = bytes[at + 1]!;
    if (bytes[at] !== 0xff) return [0, 0];
    if (kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind))
      return [view.getUint16(at + 7), view.getUint16(at + 5)];
    at += kind === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return [0, 0];
}
