import type { Asker } from "./asker.ts";
import type { BodyLine } from "./body-line.ts";
import type { Candidate, Offer } from "./candidate.ts";
import { newSection } from "./new-item.ts";

/** Whole items on a line of their own: for who types the word for one, or asks on an empty line. */
export function sectionOffer(line: BodyLine, asker: Asker, isAsked: boolean): Offer | undefined {
  const { before, behind, offset } = line;
  const typed = /^[A-Za-z-]*$/.exec(before)?.[0];
  if (typed === undefined || behind.trim() !== "" || !isEmptyLine(line, line.line - 1)) return undefined;
  if (typed === "" ? !isAsked : typed.length < 2) return undefined;
  const { query } = asker.project;
  const word = typed.toLowerCase();
  const kinds = [...query.config.schema.kinds.values()].filter(({ name, synonyms, prefixes }) =>
    [name, ...synonyms, ...prefixes].some((one) => one.toLowerCase().startsWith(word)),
  );
  const level = levelBelow(line);
  const candidates = kinds
    .map((kind) => newSection(kind, level, asker))
    .filter((candidate): candidate is Candidate => candidate !== undefined);
  return { candidates, span: { start: offset - typed.length, end: offset }, typed, about: { what: "nothing" } };
}

/** The end of the block at the top separates as well as an empty line. */
function isEmptyLine({ text, starts }: BodyLine, line: number): boolean {
  return line < 0 || /^(?:---|\.\.\.)?\s*$/.test(text.slice(starts[line], starts[line + 1]));
}

/** The level of a section of its own below the nearest heading: beside one that is an item itself. */
function levelBelow({ text, starts, line }: BodyLine): number {
  for (let above = line - 1; above >= 0; above--) {
    const heading = /^(#{1,6}) +(\S+)/.exec(text.slice(starts[above], starts[above + 1]));
    if (heading === null) continue;
    const level = heading[1]!.length;
    return level > 1 && /^[A-Z][A-Z0-9]*-\d+/.test(heading[2]!) ? level : Math.min(6, level + 1);
  }
  return 2;
}
