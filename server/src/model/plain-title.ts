/**
 * A piece of Markdown as a reader sees it, near enough for a title: without emphasis, ticks, comments, tags and the
 * targets of links. What stands between ticks stays as it is.
 *
 *     plainTitle("*One tap* pays `a_b_c` [here](x.md)") === "One tap pays a_b_c here"
 */
export function plainTitle(markdown: string): string {
  if (!unusual.test(markdown)) return markdown.slice(0, longest).trim();
  if (!markdown.includes("`")) return plain(markdown.slice(0, longest)).replace(/\s+/g, " ").trim();
  const parts = markdown.slice(0, longest).split(/(`+)(?!`)/);
  const { text, code } = parts.reduce<Parts>(addPart, { text: "", code: undefined });
  const open = code === undefined ? "" : code.ticks + plain(code.text);
  return `${text}${open}`.replace(/\s+/g, " ").trim();
}

/** Nobody reads a title that is longer. */
const longest = 1000;

/** Anything but words with single blanks between them, as most titles are. */
const unusual = /[*_~`[<\\]|[^\S ]| {2}|^ | $/;

interface Parts {
  readonly text: string;
  /** The ticks that wait for as many again, and what has come since. */
  readonly code: { readonly ticks: string; readonly text: string } | undefined;
}

/** What every construct has that a reader does not see as it is written. */
const marks = /[*_~[<\\]/;

function addPart({ text, code }: Parts, part: string, at: number): Parts {
  const isTicks = at % 2 === 1;
  if (code === undefined)
    return isTicks ? { text, code: { ticks: part, text: "" } } : { text: text + plain(part), code };
  if (part === code.ticks) return { text: text + code.text, code: undefined };
  return { text, code: { ...code, text: code.text + part } };
}

function plain(text: string): string {
  if (!marks.test(text)) return text;
  const untagged = text.includes("<") ? withoutTags(text) : text;
  const unlinked = untagged.includes("[") ? withoutTargets(untagged) : untagged;
  return unlinked
    .replace(/(?<!\\)(\*\*|__|~~)(?=\S)(.*?[^\s\\])\1/g, "$2")
    .replace(/(?<![\w*\\])\*(?=[^\s*])([^*]*[^\s*\\])\*(?!\*)/g, "$1")
    .replace(/(?<!\w)_(?=[^\s_])([^_]*[^\s_])_(?!\w)/g, "$1")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

function withoutTags(text: string): string {
  return text
    .replace(/<!--.*?-->/gs, "")
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/<\/?[a-z][^<>]*>/gi, "");
}

function withoutTargets(text: string): string {
  return text.replace(/!?\[([^\][]*)\]\([^()]*\)/g, "$1").replace(/\[\[(?:[^\][|]*\|)?([^\][|]*)\]\]/g, "$1");
}
