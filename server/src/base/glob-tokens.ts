/** Whether a character, given as its code point, is read. */
export type Accepts = (code: number) => boolean;

export type Token =
  | { readonly type: "one" | "many"; readonly accepts: Accepts }
  /** `**` and the slash behind it. */
  | { readonly type: "folders" }
  | { readonly type: "open" | "or" | "close" };

export const any: Accepts = () => true;
const notSlash: Accepts = (code) => code !== 47;

export function equals(sign: string): Accepts {
  const expected = sign.codePointAt(0)!;
  return (code) => code === expected;
}

/** The pattern without what changes nothing. */
export function trimPattern(pattern: string): string {
  const rooted = pattern.trim().replace(/^(?:\.?\/)+/, "");
  return rooted.endsWith("/") ? `${rooted}**` : rooted;
}

/** Reads a pattern in one pass; groups that turn out to be none become the characters that they are written with. */
export function globTokens(pattern: string): readonly Token[] {
  const text = Array.from(trimPattern(pattern));
  const tokens: Token[] = [];
  const groups: Group[] = [];
  const one = (accepts: Accepts) => void tokens.push({ type: "one", accepts });
  // Whether a segment begins here: `**` is special only as a whole segment.
  let fresh = true;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    const group = groups.at(-1);
    const wasFresh: boolean = fresh;
    fresh = sign === "/";
    const placeholder = sign === "{" ? placeholderAt(text, at) : undefined;
    const set = sign === "[" ? setAt(text, at) : undefined;
    if (sign === "\\" && at + 1 < text.length) one(equals(text[++at]!));
    else if (sign === "*") {
      const start = at;
      while (text[at + 1] === "*") at++;
      const isSegment = at > start && wasFresh;
      if (isSegment && text[at + 1] === "/") {
        tokens.push({ type: "folders" });
        at++;
        fresh = true;
      } else tokens.push({ type: "many", accepts: isSegment && endsSegment(text[at + 1], group) ? any : notSlash });
    } else if (sign === "?") one(notSlash);
    else if (set !== undefined) {
      one(set.accepts);
      at = set.end;
    } else if (placeholder !== undefined) {
      one(placeholder.accepts);
      tokens.push({ type: "many", accepts: placeholder.accepts });
      at = placeholder.end;
    } else if (sign === "{") {
      groups.push({ open: tokens.push({ type: "open" }) - 1, commas: [], fresh: wasFresh });
      fresh = wasFresh;
    } else if (sign === "," && group !== undefined) {
      group.commas.push(tokens.push({ type: "or" }) - 1);
      fresh = group.fresh;
    } else if (sign === "}" && group !== undefined && group.commas.length > 0) {
      tokens.push({ type: "close" });
      groups.pop();
    } else {
      one(equals(sign));
      if (sign === "}" && group !== undefined) asWritten(groups.pop()!, tokens);
    }
  }
  for (const group of groups) asWritten(group, tokens);
  return tokens;
}

interface Group {
  readonly open: number;
  readonly commas: number[];
  readonly fresh: boolean;
}

function asWritten(group: Group, tokens: Token[]): void {
  tokens[group.open] = { type: "one", accepts: equals("{") };
  for (const comma of group.commas) tokens[comma] = { type: "one", accepts: equals(",") };
}

function endsSegment(next: string | undefined, group: Group | undefined): boolean {
  return next === undefined || (group !== undefined && (next === "," || next === "}"));
}

const digit: Accepts = (code) => code >= 48 && code <= 57;

/** `{n}` and `{slug}`, as in templates for file names. */
function placeholderAt(text: readonly string[], at: number): { accepts: Accepts; end: number } | undefined {
  const written = text.slice(at, at + 6).join("");
  if (written.startsWith("{n}")) return { accepts: digit, end: at + 2 };
  return written === "{slug}" ? { accepts: notSlash, end: at + 5 } : undefined;
}

/** `[…]` from its bracket to the closing one; undefined where none follows in the same segment. */
function setAt(text: readonly string[], at: number): { accepts: Accepts; end: number } | undefined {
  let from = at + 1;
  const isNegated = text[from] === "!" || text[from] === "^";
  if (isNegated) from++;
  const ranges: { first: number; last: number }[] = [];
  let end = from;
  while (end < text.length && (text[end] !== "]" || end === from)) {
    if (text[end] === "/") return undefined;
    if (text[end] === "\\" && end + 1 < text.length) end++;
    const first = text[end]!.codePointAt(0)!;
    const isRange = text[end + 1] === "-" && end + 2 < text.length && text[end + 2] !== "]";
    const last = isRange ? text[end + 2]!.codePointAt(0)! : first;
    ranges.push({ first, last });
    end += isRange ? 3 : 1;
  }
  if (end >= text.length) return undefined;
  const accepts: Accepts = (code) =>
    code !== 47 && ranges.some(({ first, last }) => code >= first && code <= last) !== isNegated;
  return { accepts, end };
}
