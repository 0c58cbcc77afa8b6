import type { DidOpenTextDocumentParams, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { type Document, documentOffset } from "../base/document.ts";
import { settleLineEnds } from "../base/line-ends.ts";
import type { Position } from "../base/lines.ts";
import { canonicalUri } from "../base/uri.ts";
import { type Encoding, positionIn } from "./encoding.ts";

/** A file that an editor has open. */
export interface Open {
  readonly document: Document;
  /** The same as the editor has it, whose edits are about its own line ends; hardly ever another one. */
  readonly written: Document;
  readonly version: number;
  /** The URI as the editor writes it. */
  readonly spelling: string;
  /** Where the cursor stands in an unfinished word, in UTF-16, when the last edit was a single key. */
  readonly caret?: Position | undefined;
  /** The line that the last edit typed in, when it was a single key. */
  readonly line?: number | undefined;
  /** The lines of the last edit, whatever it was. */
  readonly edited?: Lines | undefined;
}

/** Both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** What is open, kept up to date edit by edit. */
export class Documents {
  readonly #open = new Map<string, Open>();
  readonly #encoding: Encoding;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  get(uri: string): Open | undefined {
    return this.#open.get(uri);
  }

  uris(): IterableIterator<string> {
    return this.#open.keys();
  }

  get size(): number {
    return this.#open.size;
  }

  /** Whether the client spells all that is open as we do. */
  areSpeltAlike(): boolean {
    for (const [uri, { spelling }] of this.#open) if (uri !== spelling) return false;
    return true;
  }

  open({ textDocument: { uri: spelling, text, version } }: DidOpenTextDocumentParams): Document {
    const written = { uri: canonicalUri(spelling), text };
    const document = settled(written);
    this.#open.set(document.uri, { document, written, version, spelling });
    return document;
  }

  /** The document after the edits, or undefined when it is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): Document | undefined {
    const open = this.#open.get(uri);
    if (open === undefined) return undefined;
    let { written } = open;
    const key = changes.length === 1 ? this.#key(written, changes[0]!) : undefined;
    const edited = changes.length === 1 ? linesOf(changes[0]!) : undefined;
    for (const change of changes) written = { uri, text: this.#edited(written, change) };
    const document = settled(written);
    this.#open.set(uri, { ...open, document, written, version, caret: key?.caret, line: key?.line, edited });
    return document;
  }

  /**
   * A key adds a character or takes some of the line away; what is pasted or chosen from a list is longer. Behind a digit
   * nothing is unfinished: `GOAL-1` is an id, though `GOAL-12` may come of it.
   */
  #key(document: Document, change: TextDocumentContentChangeEvent): Pick<Open, "caret" | "line"> | undefined {
    if (!("range" in change) || change.range.start.line !== change.range.end.line) return undefined;
    if (change.text.length > 2 || /[\r\n]/.test(change.text)) return undefined;
    const { line, character } = positionIn(document, change.range.start, this.#encoding);
    const before = document.text[documentOffset(document, { line, character }) - 1] ?? "";
    if (/\d$/.test(before + change.text)) return { line };
    return { caret: { line, character: character + change.text.length }, line };
  }

  close(uri: string): boolean {
    return this.#open.delete(uri);
  }

  #edited(document: Document, change: TextDocumentContentChangeEvent): string {
    if (!("range" in change)) return change.text;
    const start = this.#offset(document, change.range.start);
    const end = Math.max(start, this.#offset(document, change.range.end));
    return document.text.slice(0, start) + change.text + document.text.slice(end);
  }

  #offset(document: Document, position: Position): number {
    return documentOffset(document, positionIn(document, position, this.#encoding));
  }
}

/** The very same document where its line ends are as they should be, so that what is known of it is known once. */
function settled(written: Document): Document {
  const text = settleLineEnds(written.text);
  return text === written.text ? written : { uri: written.uri, text };
}

function linesOf(change: TextDocumentContentChangeEvent): Lines | undefined {
  if (!("range" in change)) return undefined;
  const { line } = change.range.start;
  // Behind a line break stands what was there before.
  return { first: line, last: line + settleLineEnds(change.text).replace(/\n$/, "").split("\n").length - 1 };
}
