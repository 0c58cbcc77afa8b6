import { type BlockLine, keyOf, type Peeled, peel } from "./block-lines.ts";
import { bareWord } from "./typed-value.ts";

/** The keys that the lines above nest the current one in, from the outside. */
export function keysAround(above: readonly BlockLine[], current: Peeled, text: string): readonly string[] {
  const path: string[] = [];
  let inner = current;
  for (const line of above.toReversed()) {
    if (inner.dash === 0 && !inner.isItem) break;
    const written = text.slice(line.start, line.end);
    if (isNothing(written)) continue;
    const peeled = peel(written);
    const key = keyOf(peeled.rest);
    if (!inner.isItem && peeled.isItem && peeled.column === inner.column) inner = peeled;
    else if (key !== undefined && encloses(peeled, inner, isBare(peeled.rest.slice(key.length)))) {
      path.unshift(key.name);
      inner = peeled;
    }
  }
  return path;
}

/** A mapping stands to the right of its key; a list may stand right below it. */
function encloses(key: Peeled, inner: Peeled, isEmpty: boolean): boolean {
  if (!inner.isItem) return key.column < inner.column;
  return key.column < inner.dash || (key.column === inner.dash && !key.isItem && isEmpty);
}

/** The keys at the same column of the same mapping, above and below. */
export function siblingsOf(
  lines: readonly BlockLine[],
  at: number,
  { column, isItem }: Peeled,
  text: string,
): readonly string[] {
  const names: string[] = [];
  const take = (line: BlockLine | undefined, isAbove: boolean): boolean => {
    if (line === undefined) return false;
    const written = text.slice(line.start, line.end);
    if (written.trim() === "") return true;
    const own = peel(written);
    if (own.column < column || (own.column === column && own.isItem && !isAbove)) return false;
    const key = own.column === column ? keyOf(own.rest) : undefined;
    if (key !== undefined) names.push(key.name);
    return !(own.column === column && own.isItem);
  };
  if (!isItem) for (let above = at - 1; take(lines[above], true); above--);
  for (let below = at + 1; take(lines[below], false); below++);
  return names;
}

export interface ListAbove {
  /** The key that it belongs to, and those around that. */
  readonly path: readonly string[];
  /** The column of its dashes. */
  readonly dash: number;
  /** Whether nothing else can stand at the column that was asked for. */
  readonly isOnly: boolean;
}

/** The list that a line at `column` would go on with, or begin: its key stands right above, or an entry does. */
export function listAt(lines: readonly BlockLine[], at: number, column: number, text: string): ListAbove | undefined {
  let isNearest = true;
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above]!;
    const written = text.slice(line.start, line.end);
    if (isNothing(written)) continue;
    const peeled = peel(written);
    const key = keyOf(peeled.rest);
    if (isNearest && key !== undefined && isBare(peeled.rest.slice(key.length)) && column >= peeled.column) {
      const path = [...keysAround(lines.slice(0, above), peeled, text), key.name];
      const isBelow = column > peeled.column;
      return { path, dash: isBelow ? column : column + 2, isOnly: isBelow };
    }
    if (peeled.isItem && peeled.dash === column) {
      const path = keysAround(lines.slice(0, above), { ...peeled, isItem: true }, text);
      return path.length === 0 ? undefined : { path, dash: column, isOnly: column > 0 };
    }
    if (peeled.dash <= column) return undefined;
    isNearest = false;
  }
  return undefined;
}

/** What the other entries of the list around a line say: their text, or their id. */
export function othersInList(
  lines: readonly BlockLine[],
  at: number,
  text: string,
  dash = peel(text.slice(lines[at]!.start, lines[at]!.end)).dash,
): readonly string[] {
  const words: string[] = [];
  const take = (line: BlockLine | undefined): boolean => {
    if (line === undefined) return false;
    const written = text.slice(line.start, line.end);
    if (isNothing(written)) return true;
    const own = peel(written);
    if (own.dash < dash || (own.dash === dash && !own.isItem)) return false;
    const isName = own.isItem && keyOf(own.rest) === undefined;
    if (isName || /^(?:id|ref|path)\s*:/.test(own.rest)) words.push(wordOf(own.rest));
    return true;
  };
  for (let above = at - 1; take(lines[above]); above--);
  for (let below = at + 1; take(lines[below]); below++);
  return words;
}

function wordOf(rest: string): string {
  return bareWord(rest.replace(/^(?:id|ref|path)\s*:/, "").replace(/\s#.*$/, ""));
}

function isNothing(written: string): boolean {
  return written.trim() === "" || written.trimStart().startsWith("#");
}

function isBare(behind: string): boolean {
  return behind.trim() === "" || behind.startsWith("#");
}
