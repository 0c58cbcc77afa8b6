import { isAlphanumeric, isBlank, isBlankOrBreak, isLetter } from "./markdown-chars.ts";

/** The seven kinds of HTML blocks in CommonMark's order; 0 is none. */
export type HtmlKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

const rawNames = new Set(["pre", "script", "style", "textarea"]);
const blockNames = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead " +
    "title tr track ul"
  ).split(" "),
);

/** Which kind of HTML block opens at the `<` at `start`; a complete tag of any name (7) does not interrupt a paragraph. */
export function htmlBlockKind(text: string, start: number, end: number, mayBeAnyTag: boolean): HtmlKind {
  let at = start + 1;
  const code = at < end ? text.charCodeAt(at) : -1;
  if (code === 33) return declarationKind(text, at + 1, end);
  if (code === 63) return 3;
  const closing = code === 47;
  if (closing) at++;
  const nameStart = at;
  if (at >= end || !isLetter(text.charCodeAt(at))) return 0;
  while (at < end && isNameCode(text.charCodeAt(at))) at++;
  const after = at < end ? text.charCodeAt(at) : -1;
  if (after !== -1 && after !== 47 && after !== 62 && !isBlank(after)) return 0;
  const slash = after === 47;
  const name = at - nameStart > 10 ? "" : text.slice(nameStart, at).toLowerCase();
  if (!slash && !closing && rawNames.has(name)) return 1;
  if (blockNames.has(name)) return !slash || (at + 1 < end && text.charCodeAt(at + 1) === 62) ? 6 : 0;
  if (!mayBeAnyTag) return 0;
  const tagEnd = closing ? closeTagEnd(text, at, end) : attributesEnd(text, at, end, false);
  return tagEnd >= 0 && isBlankRest(text, tagEnd, end) ? 7 : 0;
}

/** Whether a block of the kinds 1 to 5 ends in the line part from `start` to `end`. */
export function closesHtmlBlock(kind: HtmlKind, text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (kind === 4) {
      if (code === 62) return true;
    } else if (kind === 2) {
      if (code === 45 && text.charCodeAt(at + 1) === 45 && text.charCodeAt(at + 2) === 62 && at + 2 < end) return true;
    } else if (kind === 3) {
      if (code === 63 && text.charCodeAt(at + 1) === 62 && at + 1 < end) return true;
    } else if (kind === 5) {
      if (code === 93 && text.charCodeAt(at + 1) === 93) {
        if (at + 2 < end && text.charCodeAt(at + 2) === 62) return true;
        at++;
      }
    } else if (code === 60 && text.charCodeAt(at + 1) === 47) {
      let name = at + 2;
      while (name < end && name - at < 10 && isLetter(text.charCodeAt(name))) name++;
      if (name < end && text.charCodeAt(name) === 62 && rawNames.has(text.slice(at + 2, name).toLowerCase()))
        return true;
    }
  }
  return false;
}

/** Where, in the line that opens a block of the kinds 1 to 5, its end may be looked for: `<!-->` is a whole comment. */
export function htmlCloserFrom(kind: HtmlKind, start: number): number {
  return kind === 5 ? start + 9 : kind === 3 ? start + 1 : start + 2;
}

/**
 * Behind the name of an opening tag: attributes, an optional `/` and `>`. Returns the offset behind `>`, or -1.
 * remark is laxer with unquoted values where the tag opens a block than where it stands in text (`inline`).
 */
export function attributesEnd(text: string, start: number, end: number, inline: boolean): number {
  let at = start;
  let behindName = false;
  for (;;) {
    at = skipGap(text, at, end);
    if (at >= end) return -1;
    let code = text.charCodeAt(at);
    if (!behindName) {
      if (code === 62) return at + 1;
      if (code === 47) return at + 1 < end && text.charCodeAt(at + 1) === 62 ? at + 2 : -1;
      if (code !== 58 && code !== 95 && !isLetter(code)) return -1;
      do at++;
      while (at < end && isAttributeCode(text.charCodeAt(at)));
      behindName = true;
      continue;
    }
    behindName = false;
    if (code !== 61) continue;
    at = skipGap(text, at + 1, end);
    if (at >= end) return -1;
    code = text.charCodeAt(at);
    if (code === 60 || code === 61 || code === 62 || code === 96) return -1;
    if (code === 34 || code === 39) {
      do at++;
      while (at < end && text.charCodeAt(at) !== code);
      at++;
      if (at >= end) return -1;
      const next = text.charCodeAt(at);
      if (next !== 47 && next !== 62 && !isBlankOrBreak(next)) return -1;
    } else {
      at = unquotedEnd(text, inline ? at + 1 : at, end);
      if (at >= end || (inline && isForbidden(text.charCodeAt(at)))) return -1;
      behindName = !inline;
    }
  }
}

export function skipGap(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlankOrBreak(text.charCodeAt(at))) at++;
  return at;
}

/** Behind the name of a closing tag. */
function closeTagEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at < end && text.charCodeAt(at) === 62 ? at + 1 : -1;
}

function unquotedEnd(text: string, start: number, end: number): number {
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 62 || code === 47 || isBlankOrBreak(code) || isForbidden(code)) return at;
  }
  return at;
}

/** What an unquoted attribute value does not contain. */
function isForbidden(code: number): boolean {
  return code === 34 || code === 39 || code === 60 || code === 61 || code === 96;
}

function declarationKind(text: string, start: number, end: number): HtmlKind {
  if (start >= end) return 0;
  const code = text.charCodeAt(start);
  if (code === 45) return start + 1 < end && text.charCodeAt(start + 1) === 45 ? 2 : 0;
  if (code === 91) return start + 7 <= end && text.startsWith("[CDATA[", start) ? 5 : 0;
  return isLetter(code) ? 4 : 0;
}

function isBlankRest(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}

export function isNameCode(code: number): boolean {
  return code === 45 || isAlphanumeric(code);
}

function isAttributeCode(code: number): boolean {
  return code === 45 || code === 46 || code === 58 || code === 95 || isAlphanumeric(code);
}
