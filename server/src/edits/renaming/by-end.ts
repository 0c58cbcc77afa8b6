import type { TextEdit } from "../../base/span.ts";
import { pathOf } from "../../base/uri.ts";
import type { Summary } from "../../model/summary.ts";
import type { Resolution } from "../../workspace/query.ts";
import { encodeSegment } from "./encode-path.ts";
import { newWord } from "./new-word.ts";
import type { Renaming } from "./renaming.ts";

/** `[[goals/growth]]` as vaults write it, the end of a path: as much of the new path is written as was of the old one. */
export function byEnd(raw: string, led: Resolution, from: Summary, renaming: Renaming): readonly TextEdit[] {
  const { project, moves } = renaming;
  const path = led.type === "file" ? led.path : led.type === "item" ? led.found.file.path : undefined;
  if (path === undefined) return [];
  const ending = endingOf(raw);
  const written = raw.slice(0, raw.length - ending.length).split("/");
  const to = moves.of(project.uriOf(path));
  const target = to === undefined ? undefined : pathOf(project.root, to);
  let newText: string;
  if (target !== undefined && isEndOf(written, segmentsOf(path))) {
    const end = segmentsOf(target).slice(-written.length);
    newText = end.map((segment) => encodeSegment(segment, "field", raw)).join("/") + ending;
  } else {
    const word = newWord(written.at(-1)!, from, renaming);
    const path = [...written.slice(0, -1), word].join("/") + ending;
    // With blanks it would be taken for a name.
    const isPath = !word.startsWith("/") && (ending !== "" || !/\s/.test(path));
    newText = isPath ? path : word;
  }
  return newText === raw ? [] : [{ span: { start: 0, end: raw.length }, newText }];
}

function segmentsOf(path: string): readonly string[] {
  return path.slice(0, path.length - endingOf(path).length).split("/");
}

function isEndOf(end: readonly string[], segments: readonly string[]): boolean {
  return end.join("/").toLowerCase() === segments.slice(-end.length).join("/").toLowerCase();
}

function endingOf(path: string): string {
  return /\.(?:md|markdown)$/i.exec(path)?.[0] ?? "";
}
