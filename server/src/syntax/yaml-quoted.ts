import { badEscape, curlyQuote, openQuote } from "./yaml-flaws.ts";
import { scalarValue } from "./yaml-library.ts";
import type { Source } from "./yaml-source.ts";
import type { YamlScalar } from "./yaml-tree.ts";

/** The text in quotes at `start..end`, both quotes included; it may go over several lines. */
export function closedQuote(source: Source, start: number, end: number): YamlScalar {
  const style = source.text[start] === '"' ? "double" : "single";
  const raw = source.text.slice(start + 1, end - 1);
  const span = { start, end };
  if (!NEEDS_LIBRARY.test(raw)) return { type: "scalar", span, text: raw, style };
  if (raw.includes("\n")) source.doubts++;
  else if (style === "single") return { type: "scalar", span, text: raw.replaceAll("''", "'"), style };
  const text = scalarValue(source.text.slice(start, end));
  if (text !== undefined) return { type: "scalar", span, text, style };
  const bad = BAD_ESCAPE.exec(raw);
  const at = start + 1 + (bad ? bad.index + bad[0].length - 2 : 0);
  badEscape(source, { start: at, end: at + 2 }, span, raw);
  return { type: "scalar", span, text: raw, style };
}

/** What an escape, a doubled quote or a line break makes of a text is for the library to say. */
const NEEDS_LIBRARY = /[\\'\p{Cc}]/u;
/** The first escape that YAML does not know, behind those that it does. */
const BAD_ESCAPE = /^(?:[^\\]|\\(?:[0abtnvfre "/\\N_LP\n\t]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}))*\\[\s\S]/;

/**
 * A quote that nothing closes: the text goes up to `end`, or to the curly quote that was meant to close it;
 * `more` is what stands on further lines.
 */
export function openQuoteScalar(
  source: Source,
  start: number,
  end: number,
  more?: { readonly text: string; readonly end: number },
): YamlScalar {
  const quote = source.text[start]!;
  const style = quote === '"' ? "double" : "single";
  const curly = quote === '"' ? /[”“„]$/u : /[’‘‚]$/u;
  const inner = source.text.slice(start + 1, end);
  if (!more && curly.test(inner) && !inner.includes("\\")) {
    curlyQuote(source, { start: end - 1, end }, quote);
    return { type: "scalar", span: { start, end }, text: inner.slice(0, -1), style };
  }
  const text = inner + (more?.text ?? "");
  const span = { start, end: more?.end ?? end };
  openQuote(source, span, text);
  return { type: "scalar", span, text, style };
}
