import assert from "node:assert/strict";
import fc from "fast-check";
import type { RoadmapRow } from "../../../server/src/protocol.ts";
import { groupings } from "../../../server/src/roadmap/all.ts";
import { groupingNamed } from "../../../server/src/roadmap/by-field.ts";
import { roadmapChildren, roadmapReveal, roadmapTooltip } from "../../../server/src/roadmap/rows.ts";
import { roadmapText } from "../../../server/src/roadmap/text.ts";
import type { Engine } from "../../../server/src/rules/engine.ts";
import type { Found, Query } from "../../../server/src/workspace/query.ts";
import { engineOver } from "../../check.ts";
import { openRows } from "../../draw-roadmap.ts";
import { specText } from "../../random-specs.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 40);
const sources = { locate: () => undefined };

const engines = fc
  .record({ "a.md": specText, "b.md": specText, "specs/c.md": specText, "specs/README.md": specText, "d.md": specText })
  .map((files) =>
    Object.entries(files)
      .map(([path, text]) => `//- ${path}\n${text}`)
      .join(""),
  );

/** The groupings of the list, and by fields of every type. */
const ways = [...groupings.map(({ id }) => id), "kpis", "tags", "priority", "health", "parent"];

function eachRoadmap(check: (engine: Engine, query: Query, by: string, showDone: boolean) => void): void {
  fc.assert(
    fc.property(engines, fc.boolean(), (source, showDone) => {
      const engine = engineOver(source);
      for (const by of ways) check(engine, engine.workspace.projects()[0]!.query, by, showDone);
    }),
    { numRuns },
  );
}

describe("the roadmap of any plan", () => {
  it("has an id of its own for every row, the same in a plan that is read again", () => {
    fc.assert(
      fc.property(engines, (source) => {
        const [one, other] = [engineOver(source), engineOver(source)];
        for (const by of ways) {
          const ids = openRows(one, { by }).map(({ row }) => row.id);
          const again = openRows(other, { by }).map(({ row }) => row.id);
          assert.equal(new Set(ids).size, ids.length, by);
          assert.deepEqual(again, ids);
        }
      }),
      { numRuns },
    );
  });

  it("shows each item of its kinds at least once, folded or not", () => {
    eachRoadmap((engine, query, by, showDone) => {
      const rows = openRows(engine, { by, showDone }).map(({ row }) => row);
      const shown = new Set(rows.map(({ item }) => item));
      const { total } = roadmapChildren(query, { by }, sources);
      const wanted = query.items().filter((found) => isShown(found, query, by));
      assert.equal(total, wanted.length);
      for (const { item } of wanted) assert.ok(shown.has(item.key), `${item.key} is not shown by ${by}`);
    });
  });

  it("counts below headings what stands below them", () => {
    eachRoadmap((engine, _query, by, showDone) => {
      const rows = openRows(engine, { by, showDone });
      for (const [at, { row, depth }] of rows.entries()) {
        if (row.type !== "group") continue;
        const end = rows.findIndex((other, place) => place > at && other.depth <= depth);
        const below = rows.slice(at + 1, end < 0 ? rows.length : end).map((one) => one.row);
        assert.equal(count(row, /(\d+) features?/), itemsOf(below, ["feature", "prd"]), `${row.label} by ${by}`);
        assert.equal(count(row, /(\d+) goals?/), itemsOf(below, ["goal"]), `${row.label} by ${by}`);
      }
    });
  });

  it("leads to every item that it shows", () => {
    eachRoadmap((engine, query, by, showDone) => {
      const rows = new Map(openRows(engine, { by, showDone }).map(({ row }) => [row.id, row]));
      for (const found of query.items()) {
        const way = roadmapReveal(query, { by, showDone }, found, sources);
        if (isShown(found, query, by)) assert.equal(way.at(-1)?.item, found.item.key);
        for (const row of way) assert.ok(rows.has(row.id), `${row.id} is a row`);
        for (const [at, row] of way.entries()) assert.ok(at === 0 || row.id.startsWith(`${way[at - 1]!.id}/`));
      }
    });
  });

  it("keeps with a filter only what is hit and what leads there", () => {
    eachRoadmap((engine, _query, by, showDone) => {
      for (const filter of ["growth", "ana", "feat-1 wallet"]) {
        const all = new Set(openRows(engine, { by, showDone }).map(({ row }) => row.item));
        const rows = openRows(engine, { by, showDone, filter });
        for (const [at, { row, depth }] of rows.entries()) {
          assert.ok(all.has(row.item));
          const isLast = rows[at + 1] === undefined || rows[at + 1]!.depth <= depth;
          if (isLast) assert.equal(row.type, "item", "no heading is left alone");
        }
      }
    });
  });

  it("can be said in any way without failing", () => {
    eachRoadmap((engine, query, by, showDone) => {
      assert.equal(typeof roadmapText(query, { by, showDone }), "string");
      for (const { row } of openRows(engine, { by, showDone })) {
        assert.ok(row.label !== "" && row.spoken.startsWith(row.label), row.id);
        const tooltip = roadmapTooltip(query, { by, showDone, row: row.id }, sources);
        assert.equal(tooltip === "", row.type !== "item", row.id);
      }
    });
  });
});

function isShown({ item }: Found, query: Query, by: string): boolean {
  const base = query.config.schema.kinds.get(item.kind)?.base ?? "";
  return !item.outside && groupingNamed(by, query).shows.includes(base);
}

function count({ description }: RoadmapRow, pattern: RegExp): number {
  return Number(pattern.exec(description)?.[1] ?? 0);
}

/** Duplicates have keys alike and ordinals in their ids, so the last part of the id tells how many they are. */
function itemsOf(rows: readonly RoadmapRow[], kinds: readonly string[]): number {
  const found = rows.filter(({ kind }) => kind !== undefined && kinds.includes(kind));
  return new Set(found.map(({ id }) => id.slice(id.lastIndexOf("/") + 1))).size;
}
