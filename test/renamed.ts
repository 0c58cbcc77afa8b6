import { applyEdits } from "../server/src/base/span.ts";
import { pathOf, uriOf } from "../server/src/base/uri.ts";
import { editsFor } from "../server/src/edits/renaming/file-edits.ts";
import { type Move, movesOf } from "../server/src/edits/renaming/moves.ts";
import type { Renaming } from "../server/src/edits/renaming/renaming.ts";
import { Engine } from "../server/src/rules/engine.ts";
import type { Change } from "../server/src/workspace/change.ts";
import { root } from "./check.ts";

/** Texts by path. */
export type Files = ReadonlyMap<string, string>;

/** An engine over files, the configurations first. */
export function engineOf(files: Files): Engine {
  const engine = new Engine({ today: "2026-11-22" });
  const texts = [...files].sort(([a], [b]) => Number(b.endsWith(".yaml")) - Number(a.endsWith(".yaml")));
  engine.apply([
    { type: "roots", uris: [root] },
    { type: "others", uris: [], complete: true },
    ...texts.map(([path, text]): Change => ({ type: "disk", uri: uriOf(root, path), text })),
  ]);
  return engine;
}

/** The files when all of it is done: the texts first, then the moves. Throws where a text is not the one that was read. */
export function renamed(files: Files, renamings: readonly Renaming[], all: readonly Move[]): Files {
  const texts = new Map(files);
  for (const renaming of renamings) {
    const { files: changed, failed } = editsFor(renaming, (uri) => {
      const text = files.get(pathOf(root, uri) ?? "");
      return text === undefined ? undefined : { uri, text };
    });
    if (failed.length > 0) throw new Error(`${failed.join(", ")} is another text`);
    for (const { document, edits } of changed) texts.set(pathOf(root, document.uri)!, applyEdits(document.text, edits));
  }
  const moves = movesOf(all);
  return new Map(
    [...texts].map(([path, text]) => [pathOf(root, moves.of(uriOf(root, path)) ?? uriOf(root, path))!, text]),
  );
}
