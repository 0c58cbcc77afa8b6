import assert from "node:assert/strict";
import { lineStarts, positionAt } from "../server/src/base/lines.ts";
import type { Span } from "../server/src/base/span.ts";
import { dedent, updateLiteral } from "./update.ts";

export { dedent };

/**
 * The test language: a whole workspace in one string, a cursor, and expectations under the text they are about.
 *
 *     //- specs/checkout.md
 *     ---
 *     id: FEAT-1
 *     goals: [GOAL-9]
 *             ^^^^^^ error unknown-reference "no item has the id GOAL-9"
 *     ---
 *     See [[FE$0AT-1]].
 *
 * `//- path` starts a file; text above the first one is `main.md`. `$0` is the cursor and `\$0` those two characters
 * (in a template literal that is not `String.raw`, write `\\$0`). A line of carets, a level and a rule id is removed and
 * becomes an expectation for the line above, as do further such lines; carets align with the text as it is written,
 * cursor included. What is in quotes must occur in the message; anything else behind the rule id is a comment.
 * `UPDATE=1 npx mocha` writes what was found into the test. `^0` is an empty range; `^^^+2:3` goes on to column 3 of the second line below. Indentation common to all lines goes.
 */
export interface Fixture {
  /** The string that was read. */
  readonly source: string;
  /** Texts by path, in the order in which they are written. */
  readonly files: ReadonlyMap<string, string>;
  readonly cursor?: { readonly path: string; readonly offset: number };
  readonly expectations: readonly Expectation[];
}

export type Level = "error" | "warning" | "information" | "hint";

/** Zero-based lines, UTF-16 columns, `endCharacter` exclusive, as LSP counts. */
export interface Expectation {
  readonly path: string;
  readonly line: number;
  readonly startCharacter: number;
  /** The same as `line` unless given. */
  readonly endLine?: number;
  readonly endCharacter: number;
  readonly level: Level;
  readonly rule: string;
  /** In an expectation a part of the message, in a problem that was found all of it. */
  readonly message?: string;
}

/** Reads the test language; throws on two cursors, on a path given twice and on carets with nothing above them. */
export function parseFixture(source: string): Fixture {
  const files = new Map<string, string>();
  const expectations: Expectation[] = [];
  let cursor: Fixture["cursor"];
  let path = "main.md";
  let text = "";
  let line = -1;
  let columns: Columns = [];
  let started = false;
  const finish = () => {
    if (started) files.set(path, text);
    text = "";
    line = -1;
  };
  for (const written of dedent(source).split(/(?<=\n)/)) {
    const content = written.replace(/\r?\n$/, "");
    const named = /^\/\/- (.+)$/.exec(content)?.[1]?.trim();
    const marked = /^(\s*)(\^+)(0?)(?:\+(\d+):(\d+))? +(error|warning|information|hint) +([a-z][\w-]*)(.*)$/.exec(
      content,
    );
    if (named !== undefined) {
      finish();
      if (files.has(named)) throw new Error(`The fixture has ${named} twice.`);
      path = named;
      started = true;
    } else if (marked !== null) {
      const [, blanks = "", carets = "", empty, below, endColumn, level, rule = "", rest = ""] = marked;
      if (line < 0) throw new Error(`The fixture has carets with no line above them: ${content}`);
      const startCharacter = unmapped(columns, blanks.length);
      const endLine = below === undefined ? undefined : { endLine: line + Number(below) };
      const written = blanks.length + (empty === "0" ? 0 : carets.length);
      const endCharacter = endColumn === undefined ? unmapped(columns, written) : Number(endColumn);
      const message = /^ *"(.*)"/.exec(rest)?.[1];
      expectations.push({
        path,
        line,
        startCharacter,
        ...endLine,
        endCharacter,
        level: level as Level,
        rule,
        ...(message === undefined ? undefined : { message }),
      });
    } else {
      started = true;
      const read = readLine(written);
      if (read.cursor !== undefined) {
        if (cursor !== undefined) throw new Error("The fixture has two cursors.");
        cursor = { path, offset: text.length + read.cursor };
      }
      text += read.text;
      columns = read.columns;
      line++;
    }
  }
  finish();
  return { source, files, ...(cursor === undefined ? undefined : { cursor }), expectations };
}

/** Prints files and problems in the test language, so that two of them can be compared as texts. */
export function renderFixture(
  files: ReadonlyMap<string, string>,
  problems: readonly Expectation[],
  cursor?: Fixture["cursor"],
): string {
  const parts: string[] = [];
  for (const [path, text] of files) {
    const marks = problems
      .filter((problem) => problem.path === path)
      .map((problem) => ({ ...problem, label: labelOf(problem) }));
    parts.push(`//- ${path}\n${renderText(text, marks, cursor?.path === path ? cursor.offset : undefined)}`);
  }
  const strangers = problems.filter((problem) => !files.has(problem.path));
  for (const problem of strangers) {
    parts.push(`//- ${problem.path} (no such file)\n${problem.line}: ${labelOf(problem)}\n`);
  }
  return parts.join("");
}

/**
 * Prints a text with named spans under its lines, for whatever is not a problem: tokens, links, ranges.
 *
 *     owner: ana
 *            ^^^ person
 */
export function renderMarks(text: string, marks: readonly { readonly span: Span; readonly label: string }[]): string {
  const starts = lineStarts(text);
  const placed = marks.map(({ span, label }) => {
    const start = positionAt(starts, span.start);
    const end = positionAt(starts, span.end);
    return {
      line: start.line,
      startCharacter: start.character,
      endLine: end.line,
      endCharacter: end.character,
      label,
    };
  });
  return renderText(text, placed);
}

/** Fails with a text diff unless exactly the fixture's expectations were found. */
export function checkProblems(fixture: Fixture, found: readonly Expectation[]): void {
  const wanted = [...fixture.expectations];
  const actual = found.map((problem) => {
    // A message is compared only where the fixture quotes a part of it, and a part that occurs is shown as quoted.
    const at = wanted.findIndex((one) => samePlace(one, problem) && occurs(one, problem));
    const near = at < 0 ? wanted.find((one) => samePlace(one, problem)) : wanted.splice(at, 1)[0];
    if (near === undefined) return problem;
    return near.message === undefined || at >= 0 ? { ...problem, message: near.message } : problem;
  });
  const rendered = renderFixture(fixture.files, actual, fixture.cursor);
  const expected = renderFixture(fixture.files, fixture.expectations, fixture.cursor);
  if (rendered === expected) return;
  // A fixture whose first file has no name is printed with one.
  const header = dedent(fixture.source).startsWith("//- ") ? "" : "//- main.md\n";
  if (updateLiteral(fixture.source, rendered.slice(header.length))) return;
  assert.equal(rendered, expected);
}

/** Compares two texts; a failure shows their difference line by line. */
export function checkText(actual: string, expected: string): void {
  if (actual !== expected && updateLiteral(expected, actual)) return;
  assert.equal(actual, expected);
}

/** Columns as written at which `$0` or a backslash stands that is not in the text, and how many characters it takes. */
type Columns = readonly { readonly at: number; readonly length: number }[];

function readLine(written: string): { text: string; cursor: number | undefined; columns: Columns } {
  const columns: { at: number; length: number }[] = [];
  let cursor: number | undefined;
  const text = written.replace(/(\\?)\$0/g, (match, backslash: string, at: number) => {
    columns.push({ at, length: backslash === "" ? 2 : 1 });
    if (backslash !== "") return match.slice(1);
    if (cursor !== undefined) throw new Error("The fixture has two cursors.");
    cursor = at - columns.slice(0, -1).reduce((sum, { length }) => sum + length, 0);
    return "";
  });
  return { text, cursor, columns };
}

/** The column in the text for one as written. */
function unmapped(columns: Columns, written: number): number {
  let column = written;
  for (const { at, length } of columns) column -= Math.max(0, Math.min(length, written - at));
  return column;
}

interface PlacedMark {
  readonly line: number;
  readonly startCharacter: number;
  readonly endLine?: number;
  readonly endCharacter: number;
  readonly label: string;
}

function renderText(text: string, marks: readonly PlacedMark[], cursor?: number): string {
  const starts = lineStarts(text);
  const at = cursor === undefined ? undefined : positionAt(starts, cursor);
  const ordered = [...marks].sort(
    (a, b) =>
      a.line - b.line ||
      a.startCharacter - b.startCharacter ||
      (a.endLine ?? a.line) - (b.endLine ?? b.line) ||
      a.endCharacter - b.endCharacter ||
      (a.label < b.label ? -1 : 1),
  );
  const output: string[] = [];
  for (let line = 0; line < starts.length; line++) {
    const content = text.slice(starts[line]!, starts[line + 1] ?? text.length).replace(/[\r\n]+$/, "");
    const here = ordered.filter((mark) => mark.line === line);
    if (line === starts.length - 1 && content === "" && here.length === 0 && at?.line !== line) break;
    const shown = writeLine(content, at?.line === line ? at.character : undefined);
    output.push(shown.text);
    for (const mark of here) output.push(caretLine(content, shown.columnOf, mark));
  }
  for (const mark of ordered) if (mark.line >= starts.length) output.push(`line ${mark.line}: ${mark.label}`);
  return output.map((line) => `${line}\n`).join("");
}

/** A line with cursor and escapes, and where a column of the text stands in it. */
function writeLine(content: string, cursor: number | undefined) {
  const insertions: { at: number; text: string }[] = [];
  if (cursor !== undefined) insertions.push({ at: cursor, text: "$0" });
  for (const match of content.matchAll(/\$0/g)) insertions.push({ at: match.index, text: "\\" });
  insertions.sort((a, b) => a.at - b.at);
  let text = "";
  let from = 0;
  for (const insertion of insertions) {
    text += content.slice(from, insertion.at) + insertion.text;
    from = insertion.at;
  }
  text += content.slice(from);
  const columnOf = (column: number, isEnd: boolean) =>
    insertions.reduce(
      (sum, { at, text }) => sum + (at < column || (at === column && !isEnd) ? text.length : 0),
      column,
    );
  return { text, columnOf };
}

function caretLine(content: string, columnOf: (column: number, isEnd: boolean) => number, mark: PlacedMark): string {
  const endLine = mark.endLine ?? mark.line;
  const isEmpty = endLine === mark.line && mark.endCharacter <= mark.startCharacter;
  const start = columnOf(mark.startCharacter, false);
  const end = columnOf(endLine === mark.line ? mark.endCharacter : content.length, true);
  // Tabs stay tabs, so that the carets stand under their text in an editor too.
  const blanks = Array.from({ length: start }, (_, i) => (content[i] === "\t" && start < content.length ? "\t" : " "));
  const carets = isEmpty ? "^0" : "^".repeat(Math.max(1, end - start));
  const further = endLine === mark.line ? "" : `+${endLine - mark.line}:${mark.endCharacter}`;
  return `${blanks.join("")}${carets}${further} ${mark.label}`;
}

function labelOf(problem: Expectation): string {
  return `${problem.level} ${problem.rule}${problem.message === undefined ? "" : ` "${problem.message}"`}`;
}

function samePlace(a: Expectation, b: Expectation): boolean {
  return (
    a.path === b.path &&
    a.line === b.line &&
    a.startCharacter === b.startCharacter &&
    (a.endLine ?? a.line) === (b.endLine ?? b.line) &&
    a.endCharacter === b.endCharacter &&
    a.level === b.level &&
    a.rule === b.rule
  );
}

function occurs(expected: Expectation, found: Expectation): boolean {
  return expected.message === undefined || (found.message ?? "").includes(expected.message);
}
