import { lineStartAt } from "../../base/lines.ts";
import { say } from "../../base/say.ts";
import type { TextEdit } from "../../base/span.ts";
import { frontmatterOf } from "../../edits/find-map.ts";
import { markdownOf } from "../../edits/section.ts";
import { type FixAction, type FixContext, spanOf } from "./fix.ts";

/** What cannot be read is to be mended, and a comment about a comment helps nobody. */
const never = new Set([
  "frontmatter-unparsable",
  "frontmatter-unclosed",
  "frontmatter-not-first",
  "document-too-long",
  "unused-suppression",
  "config-invalid",
  "config-unknown-key",
  "unmatched-pattern",
  "no-specs",
]);

/** Silences a rule on the one line where it speaks, by the comment that documents have for it. */
export function ignoreHere(context: FixContext): readonly FixAction[] {
  const { rule, range } = context.problem;
  if (never.has(rule) || context.path.endsWith(".yaml")) return [];
  const edit = () => ({ edits: [silenced(context)] });
  return [{ title: say`Ignore ${rule} here`, edit, isOption: true, general: `ignore ${rule} in ${range.start.line}` }];
}

function silenced(context: FixContext): TextEdit {
  const { problem, document } = context;
  const { text } = document;
  const { start } = spanOf(context);
  const lineStart = lineStartAt(text, start);
  const newline = text.indexOf("\n", start);
  const lineEnd = newline < 0 ? text.length : text[newline - 1] === "\r" ? newline - 1 : newline;
  const named = silencer(text.slice(lineStart, lineEnd));
  if (named !== undefined) return insert(lineStart + named, `, ${problem.rule}`);
  const { content, open } = frontmatterOf(document);
  const isAtTop = open !== undefined && start >= content.start && start < content.end;
  if (isAtTop) return behind(text, lineStart, lineEnd, `# throughline-disable-line ${problem.rule}`);
  // Above the line another one may be silenced already.
  const above = lineAbove(text, lineStart);
  const next = silencer(text.slice(above.start, above.end), "next-line");
  if (next !== undefined) return insert(above.start + next, `, ${problem.rule}`);
  const block = markdownOf(document).blocks.find(
    ({ span, type }) => span.start >= lineStart && span.start <= start && (type === "heading" || type === "paragraph"),
  );
  if (block?.depth === 0 && block.span.start === lineStart) {
    const ending = newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
    return insert(lineStart, `<!-- throughline-disable-next-line ${problem.rule} -->${ending}`);
  }
  // Amid a list, a paragraph or a table a line of its own would tear apart what belongs together.
  const row = /\|[ \t]*$/.exec(text.slice(lineStart, lineEnd));
  const end = row === null ? lineEnd : lineStart + row.index;
  return behind(text, lineStart, end, `<!-- throughline-disable-line ${problem.rule} -->`, row === null ? "" : " ");
}

/** Where another rule can be named in a comment that is there already. */
function silencer(line: string, form: "line" | "next-line" = "line"): number | undefined {
  const match = /throughline-disable-(next-line|line)\s+([a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*)/.exec(line);
  return match === null || match[1] !== form ? undefined : match.index + match[0].length;
}

function behind(text: string, lineStart: number, lineEnd: number, comment: string, gap = ""): TextEdit {
  const written = text.slice(lineStart, lineEnd).trimEnd().length;
  return { span: { start: lineStart + written, end: lineEnd }, newText: ` ${comment}${gap}` };
}

function lineAbove(text: string, lineStart: number): { readonly start: number; readonly end: number } {
  const end = Math.max(0, lineStart - 1);
  return { start: lineStartAt(text, end), end };
}

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
