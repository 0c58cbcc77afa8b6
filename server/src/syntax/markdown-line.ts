import { isBlank } from "./markdown-chars.ts";

/**
 * One line while it is read: what containers have not yet taken of it. Markdown counts indentation in columns, and a tab
 * reaches to the next multiple of four, so a container may take only a part of a tab.
 */
export interface Line {
  readonly text: string;
  /** The offset of the line itself. */
  start: number;
  /** The offset where the rest begins. */
  at: number;
  /** The column of the rest, from 0. */
  column: number;
  /** Columns that are left of the tab at `at` when a container took the others. */
  spare: number;
  /** The offset of the line's end, before its line ending. */
  end: number;
  /** Columns of blanks before the first other character. */
  indent: number;
  /** The offset of the first other character, `end` in a blank line. */
  first: number;
  /** The character at `first`, -1 in a blank line. */
  code: number;
  /** A sign that makes no rule where it starts before `ruleStop`. */
  ruleSign: number;
  ruleStop: number;
}

export function newLine(text: string): Line {
  return {
    text,
    start: 0,
    at: 0,
    column: 0,
    spare: 0,
    end: 0,
    indent: 0,
    first: 0,
    code: -1,
    ruleSign: 0,
    ruleStop: 0,
  };
}

export function startLine(line: Line, at: number, end: number): void {
  line.start = at;
  line.at = at;
  line.end = end;
  line.column = 0;
  line.spare = 0;
  line.ruleSign = 0;
  measure(line);
}

/** Goes to an offset at or behind `first`. */
export function goTo(line: Line, offset: number): void {
  line.column += line.indent + (offset - line.first);
  line.at = offset;
  line.spare = 0;
  measure(line);
}

/** Takes `columns` of blanks, or as many as there are. */
export function takeBlanks(line: Line, columns: number): void {
  const { text, end } = line;
  let left = columns;
  while (left > 0 && line.at < end) {
    if (line.spare > 0) {
      const taken = Math.min(left, line.spare);
      line.spare -= taken;
      line.column += taken;
      left -= taken;
      if (line.spare === 0) line.at++;
      continue;
    }
    const code = text.charCodeAt(line.at);
    if (code === 32) {
      line.at++;
      line.column++;
      left--;
    } else if (code === 9) line.spare = 4 - (line.column % 4);
    else break;
  }
  line.indent -= columns - left;
}

/** Where the rest starts for a node's position: a tab that is taken in part belongs to the container. */
export function restStart(line: Line): number {
  return line.spare > 0 ? line.at + 1 : line.at;
}

/** The end of the line's content without trailing blanks. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

function measure(line: Line): void {
  const { text, end } = line;
  let at = line.at;
  let column = line.column;
  if (line.spare > 0) {
    column += line.spare;
    at++;
  }
  let code = -1;
  while (at < end) {
    code = text.charCodeAt(at);
    if (code === 32) column++;
    else if (code === 9) column += 4 - (column % 4);
    else break;
    code = -1;
    at++;
  }
  line.indent = column - line.column;
  line.first = at;
  line.code = code;
}
