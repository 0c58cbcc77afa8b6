import type { ClientCapabilities } from "vscode-languageserver";
import { type Document, documentLineStarts, documentOffset } from "../base/document.ts";
import type { Position } from "../base/lines.ts";

/** What a client counts in a line. Inside it is always UTF-16. */
export type Encoding = "utf-8" | "utf-16" | "utf-32";

/** The first that both know, in the client's order; UTF-16 when it says nothing. */
export function chooseEncoding({ general }: ClientCapabilities): Encoding {
  const known: readonly Encoding[] = ["utf-8", "utf-16", "utf-32"];
  for (const name of general?.positionEncodings ?? []) {
    const encoding = known.find((one) => one === name);
    if (encoding !== undefined) return encoding;
  }
  return "utf-16";
}

/**
 * A position of the client, counted in UTF-16.
 *
 *     ü: ana
 *        ^    { line: 0, character: 4 } in UTF-8, 3 in UTF-16 and UTF-32
 */
export function positionIn(document: Document, position: Position, encoding: Encoding): Position {
  if (encoding === "utf-16") return position;
  const start = documentOffset(document, { line: position.line, character: 0 });
  let units = 0;
  let at = start;
  while (at < document.text.length && units < position.character) {
    const code = document.text.codePointAt(at)!;
    if (code === 10 || code === 13) break;
    units += unitsOf(code, encoding);
    // Amid a character is at its start, as the protocol leaves it to us.
    if (units > position.character) break;
    at += code > 0xffff ? 2 : 1;
  }
  return { line: position.line, character: at - start };
}

/** A position counted in UTF-16, as the client counts. */
export function positionOut(document: Document, position: Position, encoding: Encoding): Position {
  const start = documentLineStarts(document)[position.line];
  if (encoding === "utf-16" || start === undefined) return position;
  let units = 0;
  for (let at = start; at < Math.min(start + position.character, document.text.length); ) {
    const code = document.text.codePointAt(at)!;
    units += unitsOf(code, encoding);
    at += code > 0xffff ? 2 : 1;
  }
  return { line: position.line, character: units };
}

/** Half a pair counts three bytes, as the replacement character that stands for it. */
function unitsOf(code: number, encoding: "utf-8" | "utf-32"): number {
  if (encoding === "utf-32") return 1;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
