import { documentPosition } from "../base/document.ts";
import type { FileEdits } from "../edits/renaming/file-edits.ts";
import type { Renaming } from "../edits/renaming/renaming.ts";
import { count, type Style } from "./style.ts";

/** What a renaming changed, or would change. */
export interface Done {
  readonly files: readonly FileEdits[];
  readonly renaming: Renaming;
  readonly isDry: boolean;
  readonly show: (uri: string) => string;
}

/** A line for each file that was written; for each place where nothing is written yet. */
export function renamingAsText({ files, renaming, isDry, show }: Done, style: Style, isQuiet: boolean): string {
  const moves = renaming.moves.all;
  const lines = files.flatMap(({ document, edits }) => {
    const path = show(document.uri);
    if (!isDry) return [`${path}  ${style.dim(count(edits.length, "place"))}`];
    return edits.map(({ span, newText }) => {
      const { line, character } = documentPosition(document, span.start);
      const old = document.text.slice(span.start, span.end);
      const change = old === "" ? `+ ${newText.trim()}` : `${old} → ${newText}`;
      return `${style.dim(`${path}:${line + 1}:${character + 1}`)}  ${change}`;
    });
  });
  for (const { from, to } of moves) lines.push(`${show(from)} → ${show(to)}`);
  if (isQuiet) return lines.join("\n");
  if (lines.length === 0) return "There is nothing to change.";
  const places = files.reduce((sum, { edits }) => sum + edits.length, 0);
  const moved = moves.length === 0 ? "" : ` and ${count(moves.length, "file name")}`;
  const where = `${count(places, "place")} in ${count(files.length, "file")}${moved}`;
  return [...lines, "", `${whatHappens(renaming, isDry)}: ${where}.${isDry ? " Nothing was written." : ""}`].join("\n");
}

function whatHappens({ names, prefix, lost }: Renaming, isDry: boolean): string {
  if (lost !== undefined)
    return `Links to ${lost.from}- that led nowhere ${isDry ? "would lead" : "lead now"} to ${lost.to}-`;
  if (prefix !== undefined) {
    const begins = isDry ? "would begin" : names.size === 1 ? "begins now" : "begin now";
    return `${count(names.size, "id")} ${begins} with ${prefix.to}-`;
  }
  const [only] = names.values();
  if (only === undefined) return `Links ${isDry ? "would follow" : "follow"}`;
  return `${only.from} ${isDry ? "would be" : "is now"} ${only.to}`;
}

/** For programs; lines and columns from one. */
export function renamingAsJson({ files, renaming, isDry, show }: Done): string {
  const changed = files.map(({ document, edits }) => ({
    file: show(document.uri),
    edits: edits.map(({ span, newText }) => {
      const [start, end] = [span.start, span.end].map((offset) => {
        const { line, character } = documentPosition(document, offset);
        return { line: line + 1, column: character + 1 };
      });
      return { range: { start, end }, old: document.text.slice(span.start, span.end), new: newText };
    }),
  }));
  const moved = renaming.moves.all.map(({ from, to }) => ({ from: show(from), to: show(to) }));
  return JSON.stringify({ version: 1, written: !isDry, files: changed, moved }, undefined, 2);
}
