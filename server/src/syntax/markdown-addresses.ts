import {
  isAlphanumeric,
  isBlankOrBreak,
  isControl,
  isLetter,
  isUnicodePunctuation,
  isUnicodeWhitespace,
} from "./markdown-chars.ts";

/** The offset of the `>` that ends `<scheme:address>` at `start`, or -1. */
export function bracketedUrlClose(text: string, start: number, end: number): number {
  let at = start + 1;
  if (at >= end || !isLetter(text.charCodeAt(at))) return -1;
  while (at < end && at - start <= 32 && (isAlphanumeric(text.charCodeAt(at)) || isSchemeSign(text.charCodeAt(at))))
    at++;
  if (at - start < 3 || at >= end || text.charCodeAt(at) !== 58) return -1;
  for (at++; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 62) return at;
    if (code === 32 || code === 60 || isControl(code)) return -1;
  }
  return -1;
}

/** The offset of the `>` that ends `<name@host>` at `start`, or -1. */
export function bracketedEmailClose(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && isMailCode(text.charCodeAt(at))) at++;
  if (at === start + 1 || at >= end || text.charCodeAt(at) !== 64) return -1;
  for (;;) {
    const label = at + 1;
    if (label >= end || !isAlphanumeric(text.charCodeAt(label))) return -1;
    at = label;
    while (at < end && (text.charCodeAt(at) === 45 || isAlphanumeric(text.charCodeAt(at)))) at++;
    if (at >= end || at - label > 63 || text.charCodeAt(at - 1) === 45) return -1;
    const code = text.charCodeAt(at);
    if (code === 62) return at;
    if (code !== 46) return -1;
  }
}

/** The start of `http` or `https` before the `://` at `colon` when an address may start there, else -1. */
export function schemeStart(text: string, colon: number, start: number): number {
  if (text.charCodeAt(colon + 1) !== 47 || text.charCodeAt(colon + 2) !== 47) return -1;
  const size = (text.charCodeAt(colon - 1) | 32) === 115 ? 5 : 4;
  const from = colon - size;
  if (from < start) return -1;
  return text.slice(from, from + 4).toLowerCase() === "http" ? from : -1;
}

/** The end of the address behind `http://` or `https://`, or -1 when no host is there. */
export function literalUrlEnd(text: string, start: number, end: number): number {
  if (start >= end) return -1;
  const code = text.charCodeAt(start);
  if (isControl(code) || isUnicodeWhitespace(code) || isUnicodePunctuation(code)) return -1;
  return hostAndPathEnd(text, start, end);
}

/** The end of the address that starts with the `www.` at `start`, or -1. */
export function literalWwwEnd(text: string, start: number, end: number): number {
  return start + 4 >= end ? -1 : hostAndPathEnd(text, start, end);
}

/** What may stand before `www.`, -1 being nothing. */
export function mayPrecedeWww(code: number): boolean {
  return (
    code === -1 ||
    code === 40 ||
    code === 42 ||
    code === 95 ||
    code === 91 ||
    code === 93 ||
    code === 126 ||
    isBlankOrBreak(code)
  );
}

/** Characters before the `@` of an address written without brackets. */
export function isNameOfMail(code: number): boolean {
  return code === 43 || code === 45 || code === 46 || code === 95 || isAlphanumeric(code);
}

/** The end of the host behind the `@` at `at`, or -1. It has a dot and ends in a letter. */
export function literalEmailEnd(text: string, at: number, end: number): number {
  let dot = false;
  let to = at + 1;
  for (; to < end; to++) {
    const code = text.charCodeAt(to);
    if (code === 46) {
      if (to + 1 >= end || !isAlphanumeric(text.charCodeAt(to + 1))) break;
      dot = true;
    } else if (code !== 45 && code !== 95 && !isAlphanumeric(code)) break;
  }
  return dot && isLetter(text.charCodeAt(to - 1)) ? to : -1;
}

function hostAndPathEnd(text: string, start: number, end: number): number {
  let at = start;
  // Signs up to here have something behind them that belongs to the address, so they are not its trail.
  let inside = start;
  let underscore = false;
  let underscoreBefore = false;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 || code === 95) {
      if (at >= inside) {
        inside = trailStop(text, at, end);
        if (inside < 0) break;
      }
      if (code === 95) underscore = true;
      else {
        underscoreBefore = underscore;
        underscore = false;
      }
    } else if (isUnicodeWhitespace(code) || (code !== 45 && isUnicodePunctuation(code))) break;
  }
  if (underscore || underscoreBefore || at === start || !hasName(text, start, at)) return -1;
  let open = 0;
  let closed = 0;
  inside = at;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) open++;
    else if (code === 41 && closed < open) closed++;
    else if (isTrailing(code) || code === 38 || code === 60 || code === 93) {
      if (at >= inside) {
        inside = trailStop(text, at, end);
        if (inside < 0) return at;
      }
      if (code === 41) closed++;
    } else if (isUnicodeWhitespace(code)) break;
  }
  return at;
}

/** Something but dots and underscores. */
function hasName(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 46 && code !== 95) return true;
  }
  return false;
}

/** -1 when only trailing signs follow from `start` on; else the offset behind the sign that showed it. */
function trailStop(text: string, start: number, end: number): number {
  let at = start;
  for (;;) {
    if (at >= end) return -1;
    const code = text.charCodeAt(at);
    if (isTrailing(code)) at++;
    else if (code === 38) {
      let name = at + 1;
      while (name < end && isLetter(text.charCodeAt(name))) name++;
      if (name === at + 1 || name >= end || text.charCodeAt(name) !== 59) return at + 1;
      at = name + 1;
    } else if (code === 93) {
      at++;
      const next = at < end ? text.charCodeAt(at) : -1;
      if (next === -1 || next === 40 || next === 91 || isUnicodeWhitespace(next)) return -1;
    } else return code === 60 || isUnicodeWhitespace(code) ? -1 : at;
  }
}

/** `!"'()*,.:;?_~` without `(`. */
function isTrailing(code: number): boolean {
  switch (code) {
    case 33:
    case 34:
    case 39:
    case 41:
    case 42:
    case 44:
    case 46:
    case 58:
    case 59:
    case 63:
    case 95:
    case 126:
      return true;
  }
  return false;
}

function isSchemeSign(code: number): boolean {
  return code === 43 || code === 45 || code === 46;
}

/** Characters of the name in `<name@host>`. */
function isMailCode(code: number): boolean {
  if (isAlphanumeric(code)) return true;
  return (
    (code >= 35 && code <= 39) ||
    code === 42 ||
    code === 43 ||
    (code >= 45 && code <= 47) ||
    code === 61 ||
    code === 63 ||
    (code >= 94 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
