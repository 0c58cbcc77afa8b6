import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../../../server/src/base/span.ts";
import { roadmapDrop } from "../../../server/src/plan-protocol.ts";
import type { EditAnswer } from "../../../server/src/protocol.ts";
import { groupings } from "../../../server/src/roadmap/all.ts";
import { type ItemFields, itemFields, setField } from "../../../server/src/write-protocol.ts";
import { openRows } from "../../draw-roadmap.ts";
import { after, ask, editsOf, stateOf, uriIn } from "../../gestures.ts";
import { configText, specText } from "../../random-specs.ts";
import { undoing } from "../../undo.ts";

type Files = ReadonlyMap<string, string>;

const plans: fc.Arbitrary<Files> = fc
  .record({
    "a.md": specText,
    "b.md": specText,
    "specs/c.md": specText,
    "specs/README.md": specText,
    "throughline.yaml": fc.option(configText, { freq: 4 }),
  })
  .map((texts) => new Map(Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== null)));

const numRuns = Number(process.env.PROPERTY_RUNS ?? 60);

/** Which of many, chosen by a number. */
const pick = <T>(list: readonly T[], number: number): T => list[number % list.length]!;

const gestures: Readonly<Record<string, (files: Files, numbers: readonly number[]) => EditAnswer | undefined>> = {
  "a drop in the roadmap": (files, [grouping = 0, first = 0, second = 0, target = 0]) => {
    const state = stateOf(files);
    const { id: by } = pick(groupings, grouping);
    const rows = openRows(state.engine, { by, showDone: true }).map(({ row }) => row);
    const items = rows.filter(({ type }) => type === "item");
    if (items.length === 0) return undefined;
    const dragged = [...new Set([pick(items, first).id, pick(items, second).id])];
    return ask<EditAnswer>(state, roadmapDrop, { by, showDone: true, rows: dragged, onto: pick(rows, target).id });
  },
  "a field set on several items": (files, [first = 0, second = 0, field = 0, value = 0]) => {
    const state = stateOf(files);
    const items = state.workspace.projects()[0]!.query.items();
    if (items.length === 0) return undefined;
    const [one, other] = [first, second].map((number) => {
      const { item, file } = pick(items, number);
      return { item: item.key, uri: uriIn(file.path) };
    });
    const params = { ...one!, more: [other!] };
    const fields = ask<ItemFields | null>(state, itemFields, params)?.fields ?? [];
    if (fields.length === 0) return undefined;
    const { name } = pick(fields, field);
    const options = ask<ItemFields | null>(state, itemFields, { ...params, field: name })?.fields[0]?.options ?? [];
    if (options.length === 0) return undefined;
    return ask<EditAnswer>(state, setField, {
      ...params,
      field: name,
      values: [pick(options, value).value],
      instead: [],
    });
  },
};

const errorsIn = (files: Files): readonly string[] => {
  const { engine } = stateOf(files);
  return [...files.keys()]
    .flatMap((path) => engine.problems(uriIn(path)))
    .filter(({ level, rule }) => level === "error" && !/^missing-/.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
};

for (const [name, gesture] of Object.entries(gestures)) {
  describe(`${name}, over whatever people write`, () => {
    const happened = { count: 0 };
    const each = (check: (files: Files, answer: EditAnswer) => void): void => {
      happened.count = 0;
      fc.assert(
        fc.property(plans, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (files, numbers) => {
          const answer = gesture(files, numbers);
          if (answer?.edit === undefined) return;
          happened.count++;
          check(files, answer);
        }),
        { numRuns },
      );
      assert.ok(happened.count > numRuns / 10, `it happened ${happened.count} times`);
    };

    it("is undone to the byte", () =>
      each((files, answer) => {
        for (const [path, edits] of editsOf(answer, files)) {
          const text = files.get(path)!;
          assert.equal(applyEdits(applyEdits(text, edits), undoing(text, edits)), text);
        }
      }));

    it("makes no new error", () =>
      each((files, answer) => {
        const changed = after(answer, files);
        const [before, now] = [errorsIn(files), errorsIn(changed)];
        const what = [...changed].map(([path, text]) => `== ${path}\n${files.get(path)}\n=>\n${text}`).join("\n");
        assert.deepEqual(
          now.filter((one) => !before.includes(one)),
          [],
          what,
        );
      }));
  });
}
