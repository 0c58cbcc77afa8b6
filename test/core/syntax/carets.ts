import assert from "node:assert/strict";
import { applyEdits } from "../../../server/src/base/span.ts";
import type { Flaw } from "../../../server/src/syntax/flaw.ts";
import { type Frontmatter, readFrontmatter } from "../../../server/src/syntax/frontmatter.ts";
import type { YamlNode } from "../../../server/src/syntax/yaml-tree.ts";
import { checkText, dedent, renderMarks } from "../../fixture.ts";

/**
 * Checks what is read from a block, given without its fences, with a line of carets under each flaw:
 *
 *     owner: @ana
 *            ^ warning
 *
 * Every fix is applied by itself: its flaw must be gone, no other may come, and all fields must read as before.
 * `fixed` is the block after all of them.
 */
export function checkBlock(marked: string, values: unknown, fixed?: string): void {
  checkDocument(`---\n${dedent(marked)}---\n# Body\n`, values, fixed && `---\n${dedent(fixed)}---\n# Body\n`);
}

/** The same for a whole document. */
export function checkDocument(marked: string, values: unknown, fixed?: string): void {
  const document = marked.replace(/^[ \t]*\^+0? (?:error|warning)(?: [\w-]+)?\n/gm, "");
  const found = readFrontmatter(document);
  checkText(draw(document, found.flaws), marked);
  assert.deepEqual(valuesOf(found.map), values);
  for (const flaw of found.flaws) checkFix(document, found, flaw);
  if (fixed !== undefined) checkText(mendAll(document), fixed);
  checkWindows(document, found);
}

/** With Windows line endings everything is the same, and every fix keeps them. */
function checkWindows(document: string, expected: Frontmatter): void {
  const text = document.replaceAll("\n", "\r\n");
  const found = readFrontmatter(text);
  assert.deepEqual(valuesOf(found.map), valuesOf(expected.map));
  const shown = ({ flaws }: Frontmatter, whole: string) =>
    flaws.map(({ message, span }) => [message, whole.slice(span.start, span.end)]);
  assert.deepEqual(shown(found, text), shown(expected, document));
  for (const flaw of found.flaws) {
    checkFix(text, found, flaw);
    if (flaw.fix) assert.doesNotMatch(applyEdits(text, flaw.fix.edits), /(?<!\r)\n/);
  }
}

/** The text with a line of carets under each flaw; which rule only where it is not `frontmatter-unparsable`. */
function draw(text: string, flaws: readonly Flaw[]): string {
  return renderMarks(
    text,
    flaws.map(({ span, rule, recovered }) => {
      const level = recovered ? "warning" : "error";
      return { span, label: rule === "frontmatter-unparsable" ? level : `${level} ${rule}` };
    }),
  );
}

/** After a fix that flaw is gone, no other has come, and every field reads as it did. */
function checkFix(text: string, before: Frontmatter, flaw: Flaw): void {
  if (!flaw.fix) return;
  const after = readFrontmatter(applyEdits(text, flaw.fix.edits));
  const left = before.flaws.filter((other) => other !== flaw).map(({ message }) => message);
  assert.deepEqual(after.flaws.map(({ message }) => message).sort(), left.sort(), `after the fix of: ${flaw.message}`);
  if (flaw.rule !== "duplicate-key") assert.deepEqual(comparable(after.map), comparable(before.map));
}

function mendAll(text: string): string {
  for (let round = 0; round < 20; round++) {
    const fix = readFrontmatter(text).flaws.find((flaw) => flaw.fix)?.fix;
    if (!fix) return text;
    text = applyEdits(text, fix.edits);
  }
  throw new Error(`The fixes never come to an end: ${text}`);
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

/** A name without a colon and one without a value say the same. */
function comparable(node: YamlNode | undefined): unknown {
  return JSON.parse(JSON.stringify(valuesOf(node) ?? null, (_, value) => (value === HALF_TYPED ? "" : value)));
}
