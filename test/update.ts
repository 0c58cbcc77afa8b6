import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * With `UPDATE=1 npx mocha`, a failing comparison writes what was found into the test instead of failing: the template
 * literal that holds the expectation is looked up by its text in the test file that is running, and replaced with its
 * indentation kept. Read the difference before you commit it. Returns whether a literal was found.
 */
export function updateLiteral(expected: string, found: string): boolean {
  if (process.env.UPDATE !== "1") return false;
  const file = runningTest();
  if (file === undefined) return false;
  const before = readFileSync(file, "utf8");
  const after = rewriteLiteral(before, expected, found);
  if (after === undefined) return false;
  writeFileSync(file, after);
  return true;
}

/** The code with the literal that says `expected` saying `found`; undefined when there is none. */
export function rewriteLiteral(code: string, expected: string, found: string): string | undefined {
  const wanted = dedent(expected);
  for (const literal of code.matchAll(/(String\.raw)?`((?:[^`\\]|\\.)*)`/gs)) {
    const [whole, raw, written = ""] = literal;
    if (written.includes("${")) continue;
    const text = raw === undefined ? written.replace(/\\(.)/gs, (_, sign) => escapes[sign] ?? sign) : written;
    // A helper may have put the name of the file in front.
    const header = wanted.startsWith("//- ") && !text.trimStart().startsWith("//- ") ? firstLine(wanted) : "";
    if (header + dedent(text) !== wanted) continue;
    const said = found.startsWith(header) ? found.slice(header.length) : found;
    const escaped = raw === undefined ? said.replace(/[\\`]|\$(?=\{)/g, "\\$&") : said;
    const replaced = `${raw ?? ""}\`${indented(escaped, text)}\``;
    return code.slice(0, literal.index) + replaced + code.slice(literal.index + whole.length);
  }
  return undefined;
}

/** Removes the line break behind an opening backtick, the indentation before a closing one, and what all lines share. */
export function dedent(source: string): string {
  const lines = source.replace(/^\r?\n/, "").split("\n");
  if (lines.length > 1 && lines.at(-1)?.trim() === "") lines[lines.length - 1] = "";
  const common = commonIndent(lines);
  return lines.map((line) => line.slice(common)).join("\n");
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  return Math.min(...indents, Number.MAX_SAFE_INTEGER);
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf("\n") + 1);
}

/** `text` laid out as `like` is: below the backtick, indented, and with the closing one where it was. */
function indented(text: string, like: string): string {
  if (!like.startsWith("\n")) return text;
  const lines = like.slice(1).split("\n");
  const indent = (lines.find((line) => line.trim() !== "") ?? "").slice(0, commonIndent(lines));
  const close = lines.at(-1)?.trim() === "" ? lines.at(-1)! : "";
  const body = text.replace(/\n$/, "").split("\n");
  return `\n${body.map((line) => (line === "" ? "" : indent + line)).join("\n")}\n${close}`;
}

function runningTest(): string | undefined {
  const place = /((?:file:\/\/)?\/[^\s()]+\.test\.ts):\d+/.exec(new Error().stack ?? "")?.[1];
  return place?.startsWith("file:") ? fileURLToPath(place) : place;
}
