import type { Span } from "../../base/span.ts";
import type { Target } from "../../model/summary.ts";

/** What a link in a field is made of: what it leads by, and what people read. */
export interface LinkParts {
  readonly name: Span | undefined;
  /** A path, with the `#anchor` behind it. */
  readonly address: Span | undefined;
  /** Behind `#` in `[[checkout#Pricing]]`. */
  readonly heading: Span | undefined;
  /** `Growth` in `[Growth](growth.md)`, `[[growth|Growth]]` and `Growth: growth.md`. */
  readonly shown: Span | undefined;
  /** How the address is written: on its own, behind a label, in brackets. */
  readonly form: "plain" | "label" | "wikilink" | "markdown";
}

/** The parts of a link as it is written, in the forms that `readTarget` knows. */
export function linkParts(written: string, target: Target): LinkParts {
  let { start, end } = trimmed(written, 0, written.length);
  if (written[start] === "<" && written[end - 1] === ">") {
    start++;
    end--;
  }
  const inner = written.slice(start, end);
  if (/^\[\[[^\]]+\]\]$/.test(inner)) return wikilinkParts(written, { start: start + 2, end: end - 2 }, target);
  const link = /^(!?\[)([^\]]*)(\]\(\s*<?)([^)\s>]+)/.exec(inner);
  if (link !== null) {
    const shown = start + link[1]!.length;
    const address = shown + link[2]!.length + link[3]!.length;
    return {
      ...none,
      form: "markdown",
      shown: { start: shown, end: shown + link[2]!.length },
      address: { start: address, end: address + link[4]!.length },
    };
  }
  if (target.type !== "path") return { ...none, name: { start, end } };
  const label = /^([^:/]*):\s+(?=\S+$)/.exec(inner);
  if (label === null) return { ...none, address: { start, end } };
  return {
    ...none,
    form: "label",
    shown: { start, end: start + label[1]!.length },
    address: { start: start + label[0].length, end },
  };
}

/** Between the brackets of `[[Target#Heading|shown]]`. */
export function wikilinkParts(text: string, { start, end }: Span, target: Target): LinkParts {
  const bar = indexIn(text, "|", start, end);
  const hash = indexIn(text, "#", start, bar);
  const at = trimmed(text, start, hash);
  return {
    ...(target.type === "path" ? { name: undefined, address: at } : { name: at, address: undefined }),
    form: "wikilink",
    heading: hash < bar ? { start: hash + 1, end: text[bar - 1] === "\\" ? bar - 1 : bar } : undefined,
    shown: bar < end ? { start: bar + 1, end } : undefined,
  };
}

const none = { name: undefined, address: undefined, heading: undefined, shown: undefined, form: "plain" } as const;

function indexIn(text: string, sign: string, start: number, end: number): number {
  const at = text.indexOf(sign, start);
  return at < 0 || at > end ? end : at;
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && text[start]!.trim() === "") start++;
  while (end > start && text[end - 1]!.trim() === "") end--;
  return { start, end };
}
