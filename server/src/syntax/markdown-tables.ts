import { isBlank } from "./markdown-chars.ts";

/** How many cells a header line has, or 0 when it can be none: a lone pipe. */
export function headerCells(text: string, start: number, end: number): number {
  let cells = 0;
  let marks = 0;
  let at = start;
  let fresh = text.charCodeAt(start) !== 124;
  if (fresh) marks++;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
      continue;
    }
    marks++;
    if (fresh) {
      fresh = false;
      cells++;
    }
    if (code === 124) {
      fresh = true;
      at++;
    } else at = dataEnd(text, at, end);
  }
  return marks > 1 ? cells : 0;
}

/** How many cells `| --- | :-: |` has, or 0 when the line is no delimiter row; one bare `---` is a rule or underline. */
export function delimiterCells(text: string, start: number, end: number): number {
  let cells = 0;
  let marked = false;
  let at = start;
  for (;;) {
    let code = at < end ? text.charCodeAt(at) : -1;
    if (code === 124) {
      marked = true;
      at = skipBlanks(text, at + 1, end);
      if (at >= end) break;
      code = text.charCodeAt(at);
    }
    if (code === 58) {
      marked = true;
      at++;
    } else if (code !== 45) return 0;
    const dashes = at;
    while (at < end && text.charCodeAt(at) === 45) at++;
    if (at === dashes) return 0;
    cells++;
    if (at < end && text.charCodeAt(at) === 58) {
      marked = true;
      at++;
    }
    at = skipBlanks(text, at, end);
    if (at >= end) break;
    if (text.charCodeAt(at) !== 124) return 0;
  }
  return marked ? cells : 0;
}

/** Calls `each` with every trimmed cell of a row. A leading and a trailing pipe open and close, they make no cell. */
export function splitRow(text: string, start: number, end: number, each: (start: number, end: number) => void): void {
  let at = start;
  let count = 0;
  if (at < end && text.charCodeAt(at) === 124) at++;
  for (;;) {
    const cell = skipBlanks(text, at, end);
    let close = cell;
    let last = cell;
    while (close < end) {
      const code = text.charCodeAt(close);
      if (code === 124) break;
      if (isBlank(code)) close++;
      else last = close = dataEnd(text, close, end);
    }
    if (close >= end && last === cell && count > 0) return;
    each(cell, last);
    count++;
    if (close >= end) return;
    at = close + 1;
  }
}

/** The end of the run without blanks and bare pipes that starts at `start`. */
function dataEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 124 || code === 32 || code === 9) break;
    at++;
    if (code === 92 && at < end) {
      const next = text.charCodeAt(at);
      if (next === 92 || next === 124) at++;
    }
  }
  return at;
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}
