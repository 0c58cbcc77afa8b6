import { isField, nothingAround, type RootEntry, readBlock, readMap } from "./yaml-block.ts";
import { type Line, peek, type Source } from "./yaml-source.ts";
import type { YamlNode } from "./yaml-tree.ts";

/**
 * Reads the whole text as YAML that may be unfinished: every line that is a field stays one, whatever stands around it.
 * What is not clearly right leaves a flaw or a doubt in `source`.
 */
export function readRoot(source: Source): { root: YamlNode | undefined; entries: readonly RootEntry[] } {
  const first = peek(source);
  if (first === undefined) return { root: undefined, entries: [] };
  const column = rootColumn(source, first);
  if (column === undefined) {
    const root = readBlock(source, first.from, first.indent, -1, nothingAround);
    // Whatever is left belongs to nothing that we know.
    if (peek(source)) source.doubts++;
    return { root, entries: [] };
  }
  const entries: RootEntry[] = [];
  const root = readMap(source, first.from, column, nothingAround, entries);
  return { root, entries };
}

/** Where the fields of the block at the top start; undefined when it has none and is a list or a text. */
function rootColumn(source: Source, first: Line): number | undefined {
  const { text, lines } = source;
  if (isField(text, first) && first.indent === 0) return 0;
  let column: number | undefined;
  for (let i = source.line; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.indent <= first.indent && isField(text, line)) column = Math.min(column ?? line.indent, line.indent);
  }
  return column;
}
