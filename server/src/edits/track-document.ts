import type { TextEdit } from "../base/span.ts";
import { canonicalName } from "../model/schema.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { yamlScalar } from "../syntax/yaml-quote.ts";

/**
 * Tracks a document: adds the line `type: prd` and nothing else. With a block at the top it becomes the block's first line;
 * without one, the two fences come with it.
 */
export function trackDocument(text: string, kind: string): readonly TextEdit[] | undefined {
  const { open, content, map, bodyStart } = readFrontmatter(text);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const line = `type: ${yamlScalar(kind)}`;
  if (open === undefined) {
    const at = bodyStart;
    const gap = text.slice(at).startsWith(newline) || text.length === at ? "" : newline;
    return [{ span: { start: at, end: at }, newText: `---${newline}${line}${newline}---${newline}${gap}` }];
  }
  const type = map?.entries.find(({ key }) => canonicalName(key.text) === "type");
  if (type === undefined) return [{ span: { start: content.start, end: content.start }, newText: `${line}${newline}` }];
  const value = type.value;
  if (value === undefined || value.type !== "scalar" || value.text.trim() !== "") return undefined;
  return [{ span: { start: type.span.start, end: type.span.end }, newText: line }];
}
