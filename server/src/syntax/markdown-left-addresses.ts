import { type Chunk, chunksOf } from "./markdown-chunks.ts";
import { type Inline, spanOf } from "./markdown-inline-state.ts";
import { findLeftMail } from "./markdown-left-mail.ts";
import { findLeftUrls, type LeftAddress } from "./markdown-left-urls.ts";

/**
 * Finds addresses in text that the first pass left alone, mostly because a bracket was open before them. remark looks
 * for these afterwards, in each stretch of text between other nodes, by rules of their own; so do we.
 */
export function readLeftAddresses(inline: Inline): void {
  const known = inline.links.length;
  let run: Chunk[] = [];
  for (const chunk of chunksOf(inline)) {
    if (chunk.splitsBefore) {
      readRun(inline, run);
      run = [];
    }
    if (chunk.kind === "text" && !chunk.linked) run.push(chunk);
    if (chunk.splitsBehind) {
      readRun(inline, run);
      run = [];
    }
  }
  readRun(inline, run);
  if (inline.links.length > known) settle(inline, inline.links.slice(known));
}

function readRun(inline: Inline, run: readonly Chunk[]): void {
  if (run.length === 0) return;
  let value = "";
  for (const chunk of run) value += chunk.text;
  let found = findLeftUrls(value);
  // Each search goes through what the ones before it left over.
  for (const scheme of ["xmpp:", "mailto:", ""] as const) {
    const all: LeftAddress[] = [];
    let start = 0;
    for (const address of found) {
      findLeftMail(value, start, address.start, scheme, all);
      all.push(address);
      start = address.end;
    }
    findLeftMail(value, start, value.length, scheme, all);
    found = all;
  }
  addAll(inline, run, found);
}

/** Adds the addresses, which are in order, at the places in the text that their characters come from. */
function addAll(inline: Inline, run: readonly Chunk[], found: readonly LeftAddress[]): void {
  let index = 0;
  let base = 0;
  const locate = (offset: number, isEnd: boolean): number => {
    while (base + run[index]!.text.length < offset + (isEnd ? 0 : 1)) base += run[index++]!.text.length;
    const chunk = run[index]!;
    if (chunk.text.length === chunk.end - chunk.at) return chunk.at + offset - base;
    return isEnd ? chunk.end : chunk.at;
  };
  for (const { start, end, destination } of found) {
    const span = spanOf(inline, locate(start, false), locate(end, true));
    inline.links.push({ type: "autolink", span, text: span, destination, destinationSpan: span });
  }
}

/** Puts the region's links in order, and takes back what looked like an id in an address. */
function settle(inline: Inline, added: readonly { readonly span: { readonly start: number; readonly end: number } }[]) {
  const { links, mentions } = inline;
  const sorted = links.splice(inline.firstLink).sort((a, b) => a.span.start - b.span.start);
  for (const link of sorted) links.push(link);
  const kept: typeof mentions = [];
  let index = added.length - 1;
  while (mentions.length > 0 && mentions[mentions.length - 1]!.span.end > added[0]!.span.start) {
    const mention = mentions.pop()!;
    while (index > 0 && added[index]!.span.start >= mention.span.end) index--;
    const { start, end } = added[index]!.span;
    if (mention.span.end <= start || mention.span.start >= end) kept.push(mention);
  }
  for (const mention of kept.reverse()) mentions.push(mention);
}
