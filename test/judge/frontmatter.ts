import { isDeepStrictEqual } from "node:util";
import { parseDocument } from "yaml";
import { settleLineEnds } from "../../server/src/base/line-ends.ts";
import { readFrontmatter } from "../../server/src/syntax/frontmatter.ts";
import { readWithLibrary } from "../../server/src/syntax/yaml-library.ts";
import { readRoot } from "../../server/src/syntax/yaml-root.ts";
import { openSource } from "../../server/src/syntax/yaml-source.ts";

/**
 * How the block at the top of a document is read: not there, by ourselves, or by the `yaml` library because of some doubt.
 * `wrong` is said when it was read by ourselves and the library reads something else, or when it is broken and no flaw was found.
 */
export type Verdict = "none" | "alone" | "library" | "wrong";

export function judgeFrontmatter(written: string): Verdict {
  const text = settleLineEnds(written);
  const { open, content, flaws } = readFrontmatter(text);
  if (open === undefined) return "none";
  const source = openSource(text, content, "frontmatter-unparsable");
  const { root } = readRoot(source);
  const block = text.slice(content.start, content.end);
  if (source.doubts > 0 || source.found.length > 0 || source.hazard) {
    const { errors } = parseDocument(block, { schema: "failsafe", uniqueKeys: false, logLevel: "error" });
    return errors.length > 0 && flaws.length === 0 ? "wrong" : "library";
  }
  const library = readWithLibrary(block, content.start);
  return library !== undefined && library.errors.length === 0 && isDeepStrictEqual(root, library.root)
    ? "alone"
    : "wrong";
}
