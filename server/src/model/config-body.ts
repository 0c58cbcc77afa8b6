import { type Span, span } from "../base/span.ts";

/** A `---` in front, and what a second one begins, are no part of the configuration; nor is a byte order mark. */
export function configBody(text: string): Span {
  const start = /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n)*(?:---[ \t]*(?:#.*)?(?:\r?\n|$))?/.exec(text)?.[0].length ?? 0;
  const end = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(start));
  return span(start, end === null ? text.length : start + end.index);
}
