import type { Span } from "../../base/span.ts";
import { canonicalName } from "../../model/schema.ts";

/** A line of the block at the top, without its end. */
export type BlockLine = Span;

export function blockLines(text: string, { start, end }: Span): readonly BlockLine[] {
  const lines: BlockLine[] = [];
  for (let from = start; from <= end; ) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 || newline > end ? end : newline;
    lines.push({ start: from, end: text[to - 1] === "\r" && to > from ? to - 1 : to });
    from = to + 1;
  }
  return lines;
}

/** A line as indentation counts it. */
export interface Peeled {
  /** Where the text begins, behind blanks and dashes. */
  readonly column: number;
  /** Where the first dash stands, else the same. */
  readonly dash: number;
  readonly isItem: boolean;
  readonly rest: string;
}

export function peel(line: string): Peeled {
  const dash = /^\s*/.exec(line)![0].length;
  const marker = /^(?:-\s+)*(?:-$)?/.exec(line.slice(dash))![0].length;
  return { column: dash + marker, dash, isItem: marker > 0, rest: line.slice(dash + marker) };
}

interface WrittenKey {
  /** In canonical spelling. */
  readonly name: string;
  /** With its colon, and the blank behind it. */
  readonly length: number;
}

/** The key that a line begins with. */
export function keyOf(rest: string): WrittenKey | undefined {
  return found(/^(["']?)([\p{L}\p{N}_](?:[ -]*[\p{L}\p{N}_])*-*)\1\s*:(?:\s+|$)/u.exec(rest));
}

/** The key of `status:dr`, which lacks a blank; an address is none. */
export function gluedKey(rest: string): WrittenKey | undefined {
  return found(/^(["']?)([\p{L}_][\p{L}\p{N}_-]*)\1:(?!\/\/)/u.exec(rest));
}

function found(match: RegExpExecArray | null): WrittenKey | undefined {
  return match === null ? undefined : { name: canonicalName(match[2]!), length: match[0].length };
}
