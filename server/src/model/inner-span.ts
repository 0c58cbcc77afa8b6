import type { Span } from "../base/span.ts";
import type { YamlScalar } from "../syntax/yaml-tree.ts";

/** The characters of a scalar without its quotes. */
export function innerSpan({ span, style }: YamlScalar): Span {
  if (style !== "single" && style !== "double") return span;
  return span.end - span.start < 2 ? span : { start: span.start + 1, end: span.end - 1 };
}
