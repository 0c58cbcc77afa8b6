import { isAlphanumeric, isDigit, isLetter } from "./markdown-chars.ts";
import type { LeftAddress } from "./markdown-left-urls.ts";

/** Mail addresses between `start` and `end`, with the scheme `xmpp:` or `mailto:` before them, or with neither. */
export function findLeftMail(
  value: string,
  start: number,
  end: number,
  scheme: "xmpp:" | "mailto:" | "",
  found: LeftAddress[],
): void {
  let from = start;
  for (let sign = nextAt(value, start, end); sign >= 0; sign = nextAt(value, sign + 1, end)) {
    let name = sign;
    while (name > from && isNameCode(value.charCodeAt(name - 1))) name--;
    if (name === sign || (name > start && isNameCode(value.charCodeAt(name - 1)))) continue;
    const at = name - scheme.length;
    if (at < from || !followsScheme(value, start, name, scheme)) continue;
    const host = hostEnd(value, sign + 1, end);
    if (host < 0 || !isLetter(value.charCodeAt(host - 1))) continue;
    const close = scheme === "xmpp:" ? resourceEnd(value, host, end) : host;
    if (close < 0) continue;
    found.push({ start: at, end: close, destination: `${scheme === "" ? "mailto:" : ""}${value.slice(at, close)}` });
    from = close;
  }
}

function nextAt(value: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (value.charCodeAt(at) === 64) return at;
  return -1;
}

/** Without a scheme in mind, there must be none. */
function followsScheme(value: string, start: number, name: number, scheme: "xmpp:" | "mailto:" | ""): boolean {
  if (scheme !== "") {
    const at = name - scheme.length;
    if (at < start || !value.startsWith(scheme, at)) return false;
    const before = at > start ? value.charCodeAt(at - 1) : -1;
    return before !== 64 && !isNameCode(before);
  }
  for (const other of ["xmpp:", "mailto:"]) {
    const at = name - other.length;
    if (at < start || !value.startsWith(other, at)) continue;
    const before = at > start ? value.charCodeAt(at - 1) : -1;
    if (before !== 64 && !isAlphanumeric(before)) return false;
  }
  return true;
}

/** The end of two or more parts with dots between them, or -1. */
function hostEnd(value: string, start: number, end: number): number {
  let at = start;
  let close = -1;
  for (;;) {
    const part = at;
    while (at < end && isHostCode(value.charCodeAt(at))) at++;
    if (at === part) return close;
    if (part > start) close = at;
    if (at >= end || value.charCodeAt(at) !== 46) return close;
    at++;
  }
}

/** The end of `/resource` behind an `xmpp:` address; -1 when what is there spoils the address. */
function resourceEnd(value: string, start: number, end: number): number {
  let at = start;
  if (at < end && value.charCodeAt(at) === 47) {
    at++;
    while (at < end) {
      const code = value.charCodeAt(at);
      const dotted = code === 46 && at + 1 < end && isAlphanumeric(value.charCodeAt(at + 1));
      if (!dotted && code !== 47 && !isHostCode(code)) break;
      at++;
    }
    if (!isLetter(value.charCodeAt(at - 1)) || (at < end && value.charCodeAt(at) === 64)) return -1;
  }
  return at;
}

function isNameCode(code: number): boolean {
  return code === 43 || code === 46 || isHostCode(code);
}

function isHostCode(code: number): boolean {
  return code === 45 || code === 95 || isLetter(code) || isDigit(code);
}
