import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Engine } from "../server/src/rules/engine.ts";
import type { Change } from "../server/src/workspace/change.ts";
import { root } from "./check.ts";

/** Compares a text with the file `test/golden/<name>`; `UPDATE=1 npx mocha` writes it. */
export function checkGolden(name: string, actual: string): void {
  const path = join("test/golden", name);
  if (process.env.UPDATE === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  assert.equal(actual, readFileSync(path, "utf8"), path);
}

/** An engine over a folder of this repository, on a day that never moves. */
export function engineOverFolder(folder: string, today = "2026-11-22"): Engine {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  const isRead = (name: string) => name.endsWith(".md") || name === "throughline.yaml";
  const engine = new Engine({ today });
  const others = names.filter((name) => !isRead(name)).map((name) => `${root}/${name}`);
  const texts = names
    .filter(isRead)
    .sort()
    .map((name): Change => {
      return { type: "disk", uri: `${root}/${name}`, text: readFileSync(join(folder, name), "utf8") };
    });
  let { wanted } = engine.apply([
    { type: "roots", uris: [root] },
    { type: "others", uris: others, complete: true },
    ...texts,
  ]);
  while (wanted.length > 0) {
    ({ wanted } = engine.apply(texts.filter((change) => change.type === "disk" && wanted.includes(change.uri))));
  }
  return engine;
}
