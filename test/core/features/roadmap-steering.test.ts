import assert from "node:assert/strict";
import fc from "fast-check";
import type { TextEdit as LspEdit } from "vscode-languageserver";
import { documentOffset } from "../../../server/src/base/document.ts";
import { applyEdits } from "../../../server/src/base/span.ts";
import { saveView } from "../../../server/src/edits/save-view.ts";
import { features } from "../../../server/src/features/all.ts";
import {
  type RoadmapChoices,
  type RoadmapNarrow,
  roadmapChoices,
  roadmapNarrow,
  roadmapSaveView,
} from "../../../server/src/look-protocol.ts";
import { readConfig } from "../../../server/src/model/config-read.ts";
import type { EditAnswer } from "../../../server/src/protocol.ts";
import { engineOver, root } from "../../check.ts";
import { stateOver } from "../../feature-state.ts";
import { parseFixture } from "../../fixture.ts";

function ask<Answer>(source: string, method: string, params: unknown = {}): Answer {
  const state = stateOver(engineOver(source), parseFixture(source).files);
  const feature = features.find(({ requests }) => method in requests);
  return feature!.requests[method]!(params as never, state, {} as never) as Answer;
}

const plan = `
  //- throughline.yaml
  people: [{ handle: ana, name: Ana Li }, bo]
  kinds: { feature: { fields: { stage: { type: enum, values: [alpha, beta] } } } }
  views: { Next: { group: stage, sort: rice, where: "owner:ana" }, All: { done: true } }
  //- a.md
  ---
  type: feature
  id: FEAT-1
  title: Pay
  owner: Ana Li
  status: in progress
  stage: beta
  goals: [GOAL-9]
  ---
  //- b.md
  ---
  type: feature
  id: FEAT-2
  title: Wallet
  owner: bo
  status: shipped
  stage: alpha
  ---
  //- c.md
  ---
  type: feature
  id: FEAT-3
  title: Cards
  owner: [ana, bo]
  status: in-progress
  stage: alpha
  ---
`;

function drawn({ facets }: RoadmapNarrow): readonly string[] {
  return facets.map(({ title, options }) => {
    const shown = options.map(({ label, count, isChosen }) => `${isChosen ? "✓ " : ""}${label} ${count}`);
    return `${title}: ${shown.join(", ")}`;
  });
}

describe("what the roadmap can be steered by", () => {
  it("is every field that things can be put together by, every order, and the views of the team", () => {
    const { fields, sorts, views } = ask<RoadmapChoices>(plan, roadmapChoices);
    const ids = fields.map(({ id }) => id);
    for (const id of ["stage", "audience", "priority", "tags", "health", "parent"]) assert.ok(ids.includes(id), id);
    for (const id of ["owner", "goals", "title", "timeframe", "effort"]) assert.ok(!ids.includes(id), id);
    assert.deepEqual(
      sorts.map(({ id }) => id),
      ["date", "rank", "priority", "rice"],
    );
    assert.deepEqual(views, [
      { name: "Next", says: "Stage · RICE score · owner:ana", by: "stage", sort: "rice", filter: "owner:ana" },
      { name: "All", says: "", showDone: true },
    ]);
  });

  it("has sides with counts, each of what the other sides leave", () => {
    assert.deepEqual(drawn(ask(plan, roadmapNarrow, { by: "goal" })), [
      "Owner: Ana Li 2, bo 2",
      "Status: Active 2, Done 1, in progress 2, shipped 1",
      "Health: Unknown 3",
      "Kind: Feature 3",
      "Stage: alpha 2, beta 1",
    ]);
    assert.deepEqual(drawn(ask(plan, roadmapNarrow, { by: "goal", filter: "dri:ana stage=beta,alpha" })), [
      "Owner: ✓ Ana Li 2, bo 2",
      "Status: Active 2, in progress 2",
      "Health: Unknown 2",
      "Kind: Feature 2",
      "Stage: ✓ alpha 1, ✓ beta 1",
    ]);
  });

  it("writes what is chosen on a side into the query, and leaves the rest", () => {
    const narrow = (filter: string, facet: string, values: readonly string[]) => {
      const answer = ask<RoadmapNarrow>(plan, roadmapNarrow, { by: "goal", filter, choose: { facet, values } });
      return [answer.filter, `${answer.shown} of ${answer.total}`];
    };
    assert.deepEqual(narrow("", "owner", ["ana", "bo"]), ["owner:ana,bo", "3 of 3"]);
    assert.deepEqual(narrow("pay dri:bo -status:done", "owner", ["ana"]), ["pay -status:done owner:ana", "1 of 3"]);
    assert.deepEqual(narrow("owner:ana stage=beta", "stage", []), ["owner:ana", "2 of 3"]);
    assert.deepEqual(narrow("has:owner", "has", ["error"]), ["has:owner has:error", "0 of 3"]);
  });

  it("says what is wrong with a query, and what was meant", () => {
    const { problems, shown } = ask<RoadmapNarrow>(plan, roadmapNarrow, { by: "goal", filter: "wallet ownr:ana" });
    assert.deepEqual(problems, [
      {
        ...{ start: 7, end: 11, message: "There is no field `ownr`. Did you mean `owner`?" },
        mended: "wallet owner:ana",
      },
    ]);
    assert.equal(shown, 1);
  });

  it("is written into throughline.yaml as a view, in the place of one of that name, and can be read back", () => {
    const save = (source: string, params: object) => ask<EditAnswer>(source, roadmapSaveView, params).edit;
    const uri = `${root}/throughline.yaml`;
    const { changes } = save(plan, { name: "All", by: "stage", sort: "date", filter: "-status:done, x" }) as {
      changes: Record<string, LspEdit[]>;
    };
    const text = parseFixture(plan).files.get("throughline.yaml")!;
    const after = applyEdits(
      text,
      changes[uri]!.map(({ range, newText }) => ({
        span: {
          start: documentOffset({ uri, text }, range.start),
          end: documentOffset({ uri, text }, range.end),
        },
        newText,
      })),
    );
    assert.match(after, /All: \{ group: stage, where: "-status:done, x" \}/);
    const bare = plan.slice(plan.indexOf("//- a.md"));
    assert.deepEqual(save(`\n  ${bare}`, { name: "My view", by: "owner", sort: "rice", filter: "", showDone: true }), {
      documentChanges: [
        { kind: "create", uri },
        {
          textDocument: { uri, version: null },
          edits: [
            {
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
              newText: "views:\n  My view:\n    group: owner\n    sort: rice\n    done: true\n",
            },
          ],
        },
      ],
    });
  });

  it("is the same view when it is read back, whatever it is called and asks for", () => {
    const before = [
      "",
      "# ours\n",
      "files: [a]",
      "views:\n  A: { group: owner }\nstrict: true\n",
      "views:\nstrict: true\n",
      "views: {}\n",
    ];
    const name = fc
      .string({ minLength: 1, maxLength: 12 })
      .filter((text) => text.trim() === text && !/[\p{Cc}\p{Cs}]/u.test(text));
    fc.assert(
      fc.property(
        fc.constantFrom(...before),
        name,
        fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom("~", "null", "true", "2027")),
        (text, title, where) => {
          const edits = saveView(text, title, { group: "team", where });
          const { config, problems } = readConfig(applyEdits(text, edits!), []);
          assert.deepEqual(problems, []);
          const saved = config.views.find((view) => view.name === title);
          assert.deepEqual([saved?.group, saved?.where], ["team", where]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
