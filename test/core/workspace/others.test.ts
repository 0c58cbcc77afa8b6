import { deepEqual } from "node:assert/strict";
import { Engine } from "../../../server/src/rules/engine.ts";
import type { Change } from "../../../server/src/workspace/change.ts";

const spec = "file:///w/prd.md";
const text = "---\ntype: prd\nstatus: idea\n---\n# Faster checkout\n\n![The flow](flow.png) and [notes](notes.md)\n";
const others = (uris: readonly string[], complete = true): Change => ({ type: "others", uris, complete });

/** An engine that has said what it finds, and what it finds after each change. */
function dead(changes: readonly (readonly Change[])[]): string[] {
  const engine = new Engine({ today: "2026-11-22" });
  engine.apply([
    { type: "roots", uris: ["file:///w"] },
    { type: "disk", uri: spec, text },
  ]);
  const found = () =>
    engine
      .problems(spec)
      .filter(({ rule }) => rule === "broken-link")
      .map(({ message }) => /“(.+?)”/.exec(String(message))?.[1])
      .join(" ");
  return changes.map((change) => {
    found();
    const { changed } = engine.apply(change);
    return `${changed.has(spec) ? "changed" : "same"}: ${found()}`;
  });
}

describe("what links lead to besides documents", () => {
  it("heals and breaks links as it comes and goes", () => {
    deepEqual(
      dead([
        [others([])],
        [others(["file:///w/flow.png"])],
        [others(["file:///w/flow.png", "file:///w/other.png"])],
        [{ type: "delete", uri: "file:///w/flow.png" }],
        [others(["file:///w"])],
      ]),
      [
        "changed: flow.png notes.md",
        "changed: notes.md",
        "same: notes.md",
        "changed: flow.png notes.md",
        "same: flow.png notes.md",
      ],
    );
  });

  it("counts for documents that the project does not look at, too", () => {
    const config: Change = { type: "disk", uri: "file:///w/throughline.yaml", text: "files: [prd.md]\n" };
    const engine: readonly (readonly Change[])[] = [
      [config, { type: "disk", uri: spec, text }, others(["file:///w/flow.png"])],
      [{ type: "disk", uri: "file:///w/notes.md", text: "# Notes\n" }],
      [{ type: "delete", uri: "file:///w/notes.md" }],
    ];
    deepEqual(dead(engine), ["changed: notes.md", "changed: ", "changed: notes.md"]);
  });

  it("is unknown until all is known", () => {
    deepEqual(dead([[others(["file:///w/flow.png"], false)], [others([], true)], [others([], false)]]), [
      "changed: ",
      "changed: notes.md",
      "changed: ",
    ]);
  });
});
