import { isBlank, isBlankOrBreak, isBreak, isControl } from "./markdown-chars.ts";

/** The offset behind a link's destination, `<…>` or bare, or -1. `depth` limits nested parentheses. */
export function destinationEnd(text: string, start: number, end: number, depth: number): number {
  if (start >= end) return -1;
  let at = start;
  let code = text.charCodeAt(at);
  if (code === 60) return enclosedEnd(text, start, end);
  if (code === 32 || code === 41 || isControl(code)) return -1;
  let open = 0;
  for (;;) {
    if (at >= end) return open === 0 ? at : -1;
    code = text.charCodeAt(at);
    if (code === 41) {
      if (open === 0) return at;
      open--;
    } else if (code === 40) {
      if (open >= depth) return -1;
      open++;
    } else if (isBlankOrBreak(code)) return open === 0 ? at : -1;
    else if (isControl(code)) return -1;
    at++;
    if (code === 92 && at < end) {
      const next = text.charCodeAt(at);
      if (next === 40 || next === 41 || next === 92) at++;
    }
  }
}

/** The offset behind a title in `"…"`, `'…'` or `(…)`, or -1. */
export function titleEnd(text: string, start: number, end: number): number {
  const open = text.charCodeAt(start);
  const close = open === 40 ? 41 : open;
  let at = start + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    at++;
    if (code === close) return at;
    if (code === 92 && at < end) {
      const next = text.charCodeAt(at);
      if (next === close || next === 92) at++;
    }
  }
  return -1;
}

export function isTitleOpener(code: number): boolean {
  return code === 34 || code === 39 || code === 40;
}

/** The offset behind a label in brackets, or -1: at most 999 characters, something but blanks, no bare bracket. */
export function labelEnd(text: string, start: number, end: number): number {
  let size = 0;
  let seen = false;
  let at = start + 1;
  while (at < end && size <= 999) {
    const code = text.charCodeAt(at);
    if (code === 93) return seen ? at + 1 : -1;
    if (code === 91) return -1;
    at++;
    if (isBreak(code)) continue;
    size++;
    if (!isBlank(code)) seen = true;
    if (code === 92 && at < end) {
      const next = text.charCodeAt(at);
      if (next === 91 || next === 92 || next === 93) {
        at++;
        size++;
      }
    }
  }
  return -1;
}

/** What two labels that mean the same have in common. */
export function labelKey(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase();
}

function enclosedEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    at++;
    if (code === 62) return at;
    if (code === 60 || isBreak(code)) return -1;
    if (code === 92 && at < end) {
      const next = text.charCodeAt(at);
      if (next === 60 || next === 62 || next === 92) at++;
    }
  }
  return -1;
}
