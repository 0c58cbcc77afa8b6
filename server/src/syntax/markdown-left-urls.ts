import { isAlphanumeric, isBlankOrBreak, isUnicodePunctuation, isUnicodeWhitespace } from "./markdown-chars.ts";

/** An address in a stretch of text. */
export interface LeftAddress {
  readonly start: number;
  readonly end: number;
  readonly destination: string;
}

/** A run of letters, digits, `_`, `-` and `.`, with what its last two parts say about it as a host. */
interface Host {
  readonly end: number;
  readonly lastDot: number;
  readonly dotBefore: number;
  readonly lastFits: boolean;
  readonly beforeFits: boolean;
}

/** Addresses with `http://`, `https://` or `www.`. */
export function findLeftUrls(value: string): LeftAddress[] {
  const found: LeftAddress[] = [];
  let host: Host | undefined;
  for (let at = 0; at < value.length; at++) {
    const prefix = prefixSize(value, at);
    if (prefix === 0) continue;
    const www = prefix === 3;
    const hostStart = at + prefix;
    if (host === undefined || host.end <= hostStart) host = readHost(value, hostStart);
    if (host.lastDot < hostStart || !mayPrecede(value, at)) continue;
    const start = www ? at : hostStart;
    if (isUnicodePunctuation(value.charCodeAt(start)) || !host.lastFits) continue;
    if (!(host.dotBefore >= start ? host.beforeFits : fits(value, start, host.lastDot))) continue;
    let behind = host.end;
    while (behind < value.length && !isBlankOrBreak(value.charCodeAt(behind))) behind++;
    const end = withoutTrail(value, start, behind);
    found.push({ start: at, end, destination: `${www ? "http://" : ""}${value.slice(at, end)}` });
    at = behind - 1;
  }
  return found;
}

/** How long `http://`, `https://`, or the `www` of `www.` at `at` is; 0 where none starts. */
function prefixSize(value: string, at: number): number {
  const code = value.charCodeAt(at) | 32;
  if (code !== 104 && code !== 119) return 0;
  if (at > 0 && isAlphanumeric(value.charCodeAt(at - 1))) return 0;
  const start = value.slice(at, at + 8).toLowerCase();
  if (start.startsWith("http://")) return 7;
  if (start === "https://") return 8;
  return start.startsWith("www.") ? 3 : 0;
}

function mayPrecede(value: string, at: number): boolean {
  if (at === 0) return true;
  const code = value.charCodeAt(at - 1);
  return isUnicodeWhitespace(code) || isUnicodePunctuation(code);
}

function readHost(value: string, start: number): Host {
  let end = start;
  let lastDot = -1;
  let dotBefore = -1;
  for (; end < value.length; end++) {
    const code = value.charCodeAt(end);
    if (code === 46) {
      dotBefore = lastDot;
      lastDot = end;
    } else if (code !== 45 && code !== 95 && !isAlphanumeric(code)) break;
  }
  return {
    end,
    lastDot,
    dotBefore,
    lastFits: fits(value, lastDot + 1, end),
    beforeFits: dotBefore >= 0 && fits(value, dotBefore + 1, lastDot),
  };
}

/** Whether a part of a host is empty, or has a letter or digit and no underscore. */
function fits(value: string, start: number, end: number): boolean {
  let named = start >= end;
  for (let at = start; at < end; at++) {
    const code = value.charCodeAt(at);
    if (code === 95) return false;
    if (isAlphanumeric(code)) named = true;
  }
  return named;
}

/** Takes trailing signs off an address; a `)` stays while it closes a parenthesis of the address. */
function withoutTrail(value: string, start: number, behind: number): number {
  let end = behind;
  while (end > start && isTrail(value.charCodeAt(end - 1))) end--;
  let open = 0;
  for (let at = start; at < end; at++) {
    const code = value.charCodeAt(at);
    if (code === 40) open++;
    else if (code === 41) open--;
  }
  while (open > 0) {
    const close = value.indexOf(")", end);
    if (close < 0 || close >= behind) break;
    end = close + 1;
    open--;
  }
  return end;
}

function isTrail(code: number): boolean {
  switch (code) {
    case 33:
    case 34:
    case 38:
    case 39:
    case 41:
    case 44:
    case 46:
    case 58:
    case 59:
    case 60:
    case 62:
    case 63:
    case 93:
    case 125:
      return true;
  }
  return false;
}
