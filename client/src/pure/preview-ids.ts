import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { PreviewItem } from "../../../server/src/look-protocol.ts";

/** What is known of the items that a document names, by name. */
export type PreviewItems = ReadonlyMap<string, PreviewItem>;

/**
 * Makes links of the ids in a text, each with a chip that says where its item stands. Only what `itemsOf` knows is touched:
 * without it a document is rendered as it always was. Nothing happens in code, in links and in HTML.
 */
export function linkIds(markdown: MarkdownIt, itemsOf: (env: unknown) => PreviewItems | undefined): MarkdownIt {
  const { rules } = markdown.renderer;
  const escaped = markdown.utils.escapeHtml;
  const before = rules.text;
  rules.text = (tokens, at, options, env, self) => {
    const token = tokens[at]!;
    const write = (content: string): string =>
      before === undefined
        ? escaped(content)
        : before([Object.assign(Object.create(token), { content })], 0, options, env, self);
    const items = itemsOf(env);
    const names = items === undefined || items.size === 0 ? [] : namesIn(token.content, items);
    if (names.length === 0 || isEnclosed(tokens, at))
      return before?.(tokens, at, options, env, self) ?? escaped(token.content);
    let html = "";
    let from = 0;
    let last = "";
    for (const { start, end, words, item } of names) {
      if (start > from) html += write(token.content.slice(from, start));
      html += nameHtml(item, words, escaped);
      // `FEAT-4: Order again` is a name and a title, which belong together.
      if (item.href === undefined && token.content[end] === ":") last += chipHtml(item, escaped);
      else html += chipHtml(item, escaped);
      from = end;
    }
    return (from < token.content.length ? html + write(token.content.slice(from)) : html) + last;
  };
  return markdown;
}

interface Name {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly item: PreviewItem;
}

/**
 * `FEAT-12` with nothing beside it that would make it another word, and `[[FEAT-12]]` or `[[FEAT-12|that one]]` with its
 * brackets.
 */
function namesIn(text: string, items: PreviewItems): readonly Name[] {
  const names: Name[] = [];
  for (const match of text.matchAll(/\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]|[\p{L}\p{N}_/-]+/gu)) {
    const [whole, linked, words] = match;
    const item = items.get((linked ?? whole).trim());
    if (item !== undefined)
      names.push({ start: match.index, end: match.index + whole.length, words: words ?? linked ?? whole, item });
  }
  return names;
}

function nameHtml({ tip, href }: PreviewItem, words: string, escaped: (text: string) => string): string {
  const title = `title="${escaped(tip)}"`;
  if (href === undefined) return `<span class="throughline-id" ${title}>${escaped(words)}</span>`;
  return `<a class="throughline-id" href="${escaped(href)}" data-href="${escaped(href)}" ${title}>${escaped(words)}</a>`;
}

/** Behind a space that does not break: it keeps the chip beside its id, for the eye and for who copies both. */
function chipHtml({ status, phase }: PreviewItem, escaped: (text: string) => string): string {
  return status === "" ? "" : `&#160;<span class="throughline-chip throughline-${phase}">${escaped(status)}</span>`;
}

/** Whether a token stands in a link, or in HTML that is one or that shows code. */
function isEnclosed(tokens: readonly Token[], at: number): boolean {
  let known = enclosed.get(tokens);
  if (known === undefined) enclosed.set(tokens, (known = enclosedIn(tokens)));
  return known[at] === 1;
}

/** The tokens of one paragraph are asked about one after the other. */
const enclosed = new WeakMap<readonly Token[], Uint8Array>();

function enclosedIn(tokens: readonly Token[]): Uint8Array {
  const flags = new Uint8Array(tokens.length);
  let depth = 0;
  for (const [at, { type, content }] of tokens.entries()) {
    const html =
      type === "html_inline" ? /^<(\/?)(?:a|code|pre|kbd|samp|script|style|textarea)(?=[\s/>])/i.exec(content) : null;
    if (type === "link_open" || html?.[1] === "") depth++;
    else if (type === "link_close" || html?.[1] === "/") depth = Math.max(0, depth - 1);
    else if (depth > 0) flags[at] = 1;
  }
  return flags;
}
