import assert from "node:assert/strict";
import { applyEdits } from "../../../server/src/base/span.ts";
import type { Flaw } from "../../../server/src/syntax/flaw.ts";
import { type Frontmatter, readFrontmatter } from "../../../server/src/syntax/frontmatter.ts";
import type { YamlNode } from "../../../server/src/syntax/yaml-tree.ts";

/** What a test says about a block: its values, and below each line the flaws on it. */
export interface Expected {
  readonly map: unknown;
  /** The block after the fix of its first flaw; the flaw must be gone then. */
  readonly fixed?: string;
}

/**
 * Checks a block given with a line of carets under each flaw.
 *
 *     owner: @ana
 *            ^ warning
 */
export function checkBlock(marked: string, { map, fixed }: Expected): void {
  const lines = marked.split("\n").filter((line) => !CARETS.test(line));
  const document = `---\n${lines.join("\n")}\n---\n# Body\n`;
  const found = readFrontmatter(document);
  assert.equal(draw(document, found.flaws).slice(4, -"\n---\n# Body\n".length), marked);
  assert.deepEqual(valuesOf(found.map), map);
  assert.equal(document.slice(found.bodyStart), "# Body\n");
  for (const flaw of found.flaws) checkFix(document, found, flaw);
  if (fixed !== undefined) assert.equal(mend(document, found.flaws[0]!).slice(4, -"\n---\n# Body\n".length), fixed);
}

const CARETS = /^ *\^+ (?:error|warning)(?: [\w-]+)?$/;

/** The text with a line of carets under each flaw, one per flaw. */
export function draw(text: string, flaws: readonly Flaw[]): string {
  const result: string[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    result.push(line);
    for (const { span, rule, recovered } of flaws) {
      if (span.start < start || span.start > start + line.length) continue;
      const carets = "^".repeat(Math.max(1, Math.min(span.end, start + line.length) - span.start));
      const name = rule === "frontmatter-unparsable" ? "" : ` ${rule}`;
      result.push(`${" ".repeat(span.start - start)}${carets} ${recovered ? "warning" : "error"}${name}`);
    }
    start += line.length + 1;
  }
  return result.join("\n");
}

/** After a fix that flaw is gone, no other has come, and every field reads as it did. */
export function checkFix(text: string, before: Frontmatter, flaw: Flaw): void {
  if (!flaw.fix) return;
  const after = readFrontmatter(mend(text, flaw));
  const names = ({ flaws }: Frontmatter) => flaws.map(({ message }) => message);
  const rest = names(before);
  rest.splice(before.flaws.indexOf(flaw), 1);
  assert.deepEqual(names(after), rest, `the fix of: ${flaw.message}`);
  if (flaw.rule !== "duplicate-key") {
    assert.deepEqual(withoutHalfTyped(valuesOf(after.map)), withoutHalfTyped(valuesOf(before.map)));
  }
}

function mend(text: string, flaw: Flaw): string {
  assert.ok(flaw.fix, `no fix for: ${flaw.message}`);
  return applyEdits(text, flaw.fix.edits);
}

function withoutHalfTyped(values: unknown): unknown {
  return JSON.parse(JSON.stringify(values ?? null, (_, value) => (value === HALF_TYPED ? "" : value)));
}

/** Stands for a name that has no colon yet. */
export const HALF_TYPED = "(half typed)";

/** A tree as plain values; of a name that is given twice the first counts. */
export function valuesOf(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.type === "scalar") return node.text;
  if (node.type === "list") return node.items.map(valuesOf);
  const values: Record<string, unknown> = {};
  for (const { key, value } of node.entries) {
    if (!Object.hasOwn(values, key.text)) values[key.text] = value === undefined ? HALF_TYPED : valuesOf(value);
  }
  return values;
}
