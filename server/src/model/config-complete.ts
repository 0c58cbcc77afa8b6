import type { Span } from "../base/span.ts";
import { readYaml } from "../syntax/yaml.ts";
import { yamlScalar } from "../syntax/yaml-quote.ts";
import { configBody } from "./config-body.ts";
import { type ConfigNames, namesFor, namesUnder, patternKeys } from "./config-names.ts";
import { configFile } from "./config-schema.ts";
import { shapesOf } from "./config-shape.ts";
import { type ConfigSpot, keysOf, spotAt } from "./config-spot.ts";

export interface ConfigCompletion {
  /** The word that is replaced. */
  readonly span: Span;
  /** The keys that it stands under: `configSays` knows what a candidate is for. */
  readonly path: readonly string[];
  readonly candidates: readonly ConfigCandidate[];
}

export interface ConfigCandidate {
  readonly label: string;
  /** With the colon, and the line break where keys follow. */
  readonly insert: string;
  readonly form: "key" | "value";
}

/** What can be written at an offset of a `throughline.yaml`; undefined where nothing can be offered. */
export function completeConfig(text: string, offset: number, names: ConfigNames): ConfigCompletion | undefined {
  const span = wordAt(text, offset);
  // A letter in the place of nothing makes it a word that the reader has a place for.
  const probe = span.start < span.end ? text : `${text.slice(0, offset)}x${text.slice(offset)}`;
  const { root, comments } = readYaml(probe, configBody(probe), "config-invalid");
  if (
    root === undefined ||
    comments.some((comment) => comment.span.start < span.start && span.start <= comment.span.end)
  ) {
    return undefined;
  }
  const spot = spotAt(root, configFile, span.start);
  // A second word of a value is no place for a name.
  const quote = spot?.scalar.style === "plain" ? 0 : 1;
  if (spot === undefined) return undefined;
  const start = spot.scalar.span.start + quote;
  // A pattern is one word, whatever stands in it.
  const word = isPattern(spot) ? { start, end: span.end } : span;
  if (word.start > start) return undefined;
  const candidates = [...keys(spot, names, text, word), ...values(spot, names)];
  return candidates.length === 0 ? undefined : { span: word, path: spot.path, candidates };
}

/** Keys for a key, and for a value that can be a mapping and has none yet. */
function keys(spot: ConfigSpot, names: ConfigNames, text: string, span: Span): readonly ConfigCandidate[] {
  // Behind `name: ` on the same line a mapping cannot begin without braces.
  if (spot.form === "value" && !startsLine(text, span.start)) return [];
  const known = [...keysOf(spot.part)].map(([name, part]) => ({ name, part }));
  const chosen = shapesOf(spot.part).flatMap(({ shape }) =>
    shape.type === "names" ? namesUnder(spot.path, names).map(({ name }) => ({ name, part: shape.value })) : [],
  );
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const hasColon = text[span.end] === ":";
  const below = `:\n${" ".repeat(span.start - lineStart + 2)}`;
  return [...known, ...chosen]
    .filter(({ name }) => !spot.siblings.includes(name))
    .map(({ name, part }) => {
      const isMapping = shapesOf(part).every(({ shape }) => shape.type === "map" || shape.type === "names");
      const colon = hasColon ? "" : isMapping && !spot.flow ? below : ": ";
      return { label: name, insert: `${name}${colon}`, form: "key" };
    });
}

function values(spot: ConfigSpot, names: ConfigNames): readonly ConfigCandidate[] {
  if (spot.form === "key") return [];
  const words = shapesOf(spot.part).flatMap(({ shape }): readonly string[] => {
    if (shape.type === "words") return shape.words;
    if (shape.type === "boolean") return ["true", "false"];
    return shape.type === "text" ? namesFor(spot.path, names).map(({ name }) => name) : [];
  });
  const isBare = spot.scalar.style === "plain";
  return [...new Set(words)].map((name) => ({ label: name, insert: isBare ? yamlScalar(name) : name, form: "value" }));
}

function isPattern({ form, path }: ConfigSpot): boolean {
  return form === "value" && patternKeys.includes(path.at(-1) ?? "");
}

/** Only blanks and dashes stand in front of it. */
function startsLine(text: string, at: number): boolean {
  return /^[ \t]*(-[ \t]+)*$/.test(text.slice(text.lastIndexOf("\n", at - 1) + 1, at));
}

function wordAt(text: string, offset: number): Span {
  const isWord = (at: number) => /[\p{L}\p{N}_-]/u.test(text[at] ?? "");
  let start = offset;
  let end = offset;
  while (start > 0 && isWord(start - 1)) start--;
  while (end < text.length && isWord(end)) end++;
  // The dash of a list item is no part of a word.
  return /^-+$/.test(text.slice(start, end)) ? { start: offset, end: offset } : { start, end };
}
