import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { applyEdits } from "../../../server/src/base/span.ts";
import type { FixAction } from "../../../server/src/features/fixes/fix.ts";
import { extract } from "../../../server/src/features/refactors/extract.ts";
import { inline } from "../../../server/src/features/refactors/inline.ts";
import type { Refactor } from "../../../server/src/features/refactors/refactor.ts";
import { engineOver, root } from "../../check.ts";
import { surroundings } from "../../fixes.ts";

type Files = ReadonlyMap<string, string>;

const able = { create: true, rename: true, remove: true, setField: false, fillIn: false, open: false };

function look(texts: Files) {
  const engine = engineOver({ source: "", files: texts, expectations: [] });
  const document = (path: string) => ({ uri: `${root}/${path}`, text: texts.get(path)! });
  const offers = ({ offers: at }: Refactor, path: string, offset: number): readonly FixAction[] => {
    const around = surroundings(engine, document(path), able, (uri) => document(uri.slice(root.length + 1)));
    return at({ ...around, at: offset });
  };
  return { project: engine.workspace.projects()[0]!, offers };
}

/** All texts when something is chosen for a document. */
function chosen(texts: Files, path: string, { title, edit, disabled }: FixAction): Files {
  const change = edit?.();
  assert.ok(change !== undefined, `${path}: ${title}: ${disabled}`);
  const now = new Map(texts).set(path, applyEdits(texts.get(path)!, change.edits));
  for (const file of change.files ?? [])
    if (file.type === "create") now.set(file.path, file.text);
    else if (file.type === "delete") now.delete(file.path);
  return now;
}

describe("all that is written in other documents", () => {
  for (const folder of ["examples", "docs/product"])
    it(`of ${folder} moves to a file of its own, and comes back byte for byte`, () => {
      const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
        /\.(?:md|yaml)$/.test(name),
      );
      const texts: Files = new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]));
      const seen = look(texts);
      let count = 0;
      for (const [path, text] of texts)
        for (const { site, base, title, id, outside } of seen.project.summary(path)?.items ?? []) {
          if ((site !== "nested" && site !== "heading") || base === "requirement" || outside) continue;
          const at = text.indexOf(site === "nested" ? `title: ${title}` : `${id}:`) + 1;
          const [move] = seen.offers(extract, path, at);
          assert.ok(move !== undefined, `${path}: ${title}`);
          const apart = chosen(texts, path, move);
          const there = look(apart);
          const mentions = [...apart.get(path)!.matchAll(new RegExp(`\\b${id}\\b`, "g"))];
          const back = mentions.flatMap(({ index }) => there.offers(inline, path, index + 1))[0];
          assert.ok(back !== undefined, `${path}: ${title} may come back`);
          assert.deepEqual(chosen(apart, path, back), texts, `${path}: ${title}`);
          count++;
        }
      assert.ok(count >= 10, `${count} of them`);
    });
});
