/**
 * A whole notebook in a link's fragment, which no server sees: `#nb=1.CHECKSUM.DATA`, where DATA is JSON, deflated, in base64url.
 * Opening one gives a document or a sentence; nothing in it is run.
 */
import type { NotebookDocument } from "../ipynb";
import { readJson } from "../json";
import { maybeBytes, toBase64Url, toChecksum } from "./bytes";
import { deflate, inflate, TooLarge } from "./deflate";
import { fromLink, LINK_SCHEMA, linkSchema, toLink } from "./schema";

/** Characters of a fragment that is made: Safari ends at 80,000 for a whole address, other browsers much later. */
export const LINK_LENGTH = 60_000;
/** Characters that every messenger and mail program bears; beyond, some cut a link. */
export const EASY_LENGTH = 2000;
/** Characters of a fragment that is read, and bytes that it may become. */
const READ_LENGTH = 200_000;
const INFLATED_BYTES = 256 * 1024;

const NAME = "nb=";
const SHAPE = /^#?nb=(\d{1,4})\.([0-9a-f]{8})\.([^.]*)$/;

export type MadeLink =
  /** `warning` says what a long link may meet. */
  { ok: true; fragment: string; warning: string | undefined } | { ok: false; problem: string };

export type ReadLink = { ok: true; document: NotebookDocument } | { ok: false; problem: string };

/** Makes the fragment, without its `#`; a notebook that is too large for a link gets a sentence with the way out. */
export async function toFragment(document: NotebookDocument): Promise<MadeLink> {
  const json = new TextEncoder().encode(JSON.stringify(toLink(document)));
  if (json.length > INFLATED_BYTES) return { ok: false, problem: tooLong(`${json.length} bytes of text`) };
  const fragment = `${NAME}${LINK_SCHEMA}.${toChecksum(json)}.${toBase64Url(await deflate(json))}`;
  if (fragment.length > LINK_LENGTH) return { ok: false, problem: tooLong(`${fragment.length} characters`) };
  const warning =
    fragment.length > EASY_LENGTH
      ? `The link has ${fragment.length} characters. Browsers open it; some messengers cut links after ${EASY_LENGTH}.`
      : undefined;
  return { ok: true, fragment, warning };
}

/** Whether an address's fragment is a notebook of ours. */
export function isFragment(hash: string): boolean {
  return hash.replace(/^#/, "").startsWith(NAME);
}

/** Reads a fragment, with or without its `#`; it never throws. */
export async function fromFragment(hash: string): Promise<ReadLink> {
  if (hash.length > READ_LENGTH)
    return refuse(`The link has ${hash.length} characters; at most ${READ_LENGTH} are read.`);
  const [, version, checksum = "", data = ""] = SHAPE.exec(hash) ?? [];
  if (version === undefined) return refuse(DAMAGED);
  if (Number(version) !== LINK_SCHEMA)
    return refuse("The link was made by another version of this site. Reload the page, or ask for the file.");
  const bytes = maybeBytes(data);
  if (!bytes) return refuse(DAMAGED);
  let json: Uint8Array;
  try {
    json = await inflate(bytes, INFLATED_BYTES);
  } catch (error) {
    return refuse(error instanceof TooLarge ? BOMB : DAMAGED);
  }
  if (toChecksum(json) !== checksum) return refuse(DAMAGED);
  const read = readJson(new TextDecoder().decode(json));
  const link = read.ok ? linkSchema.safeParse(read.value) : undefined;
  return link?.success
    ? { ok: true, document: fromLink(link.data) }
    : refuse("The link is whole, but what it holds is no notebook.");
}

const DAMAGED =
  "The link is damaged: a part of it is missing or changed. Some messengers cut long links; ask for the file instead.";
const BOMB = `The link was not opened: it unfolds to more than ${INFLATED_BYTES / 1024} KB.`;

function refuse(problem: string): { ok: false; problem: string } {
  return { ok: false, problem };
}

function tooLong(size: string): string {
  return `The notebook is too large for a link (${size}). Export it as a file and send that.`;
}
