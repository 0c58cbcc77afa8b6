import { serverTypes } from "../../../server/src/protocol.ts";

/** How far down a block at the top of a document is looked through, in lines. */
const LONGEST_BLOCK = 200;

/**
 * Whether a Markdown text starts with a block that has a `type` of ours, or asks for a report: the signs that somebody works
 * with specs here. Reads a few lines and guesses generously; what a document really is, the server says.
 *
 *     ---
 *     type: PRD
 *     ---
 */
export function wakes(text: string): boolean {
  if (/^ {0,3}<!--\s*throughline:/m.test(text)) return true;
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (opening === null) return false;
  let start = opening[0].length;
  for (let line = 0; line < LONGEST_BLOCK && start < text.length; line++) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const written = text.slice(start, end).trimEnd();
    if (written === "---" || written === "...") return false;
    const type = /^["']?type["']?\s*:\s*(.*)$/i.exec(written);
    if (type?.[1] !== undefined && isServerType(type[1])) return true;
    start = end + 1;
  }
  return false;
}

function isServerType(written: string): boolean {
  const word = written
    .replace(/\s#.*$/, "")
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2")
    .toLowerCase()
    .replace(/[\s_/]+/g, "-");
  return serverTypes.includes(word);
}
