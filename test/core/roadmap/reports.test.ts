import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../../../server/src/base/span.ts";
import { planOf } from "../../../server/src/roadmap/project-plan.ts";
import { itemField, itemFieldNames } from "../../../server/src/roadmap/reports/item-fields.ts";
import { kpiField, kpiFieldNames } from "../../../server/src/roadmap/reports/kpi-table.ts";
import { updateReports } from "../../../server/src/roadmap/reports/update-reports.ts";
import { itemColumns, kpiColumns } from "../../../server/src/workspace/reports/ask.ts";
import { readAsk } from "../../../server/src/workspace/reports/read-ask.ts";
import { anyText } from "../../any-text.ts";
import { engineOver, root } from "../../check.ts";

const comments = [
  "roadmap",
  "roadmap by:timeline",
  "roadmap by:owner done fields:title,id,owner,depends-on",
  "roadmap format:mermaid",
  "roadmap by:timeline format:mermaid",
  "kpis",
  "kpis fields:title,expected,progress,due",
  "trace",
  "trace done format:mermaid",
  'trace where:"kind:feature"',
].map((words) => `<!-- throughline: ${words} -->`);

const eol = fc.constantFrom("\n", "\r\n");
const report = fc
  .tuple(fc.constantFrom(...comments), fc.oneof(fc.constant(""), anyText), eol)
  .map(([comment, old, line]) => [comment, ...old.split(/\r?\n/), "<!-- /throughline -->"].join(line));

describe("reports that stay true", () => {
  it("are the same when they are written twice, and change neither the plan nor a byte around them", () => {
    let written = 0;
    fc.assert(
      fc.property(anyText, anyText, report, report, eol, (plan, before, one, other, line) => {
        const text = `${before}${line}${line}${one}${line}${line}between${line}${other}${line}behind`;
        const engine = engineOver({
          source: "",
          files: new Map([
            ["plan.md", plan],
            ["report.md", text],
          ]),
          expectations: [],
        });
        const project = engine.workspace.projects()[0]!;
        const update = (now: string) => updateReports(now, { query: project.query, path: "report.md" });
        const outside = (now: string) => {
          let from = 0;
          const parts = update(now).map(({ whole }) => {
            const part = now.slice(from, whole.start);
            from = whole.end;
            return part;
          });
          return [...parts, now.slice(from)];
        };
        const items = () => project.query.items().map(({ item, file }) => `${file.path} ${item.key} ${item.title}`);
        const known = items();
        const edits = update(text).flatMap(({ edit }) => edit ?? []);
        const next = applyEdits(text, edits);
        written += edits.length;
        assert.deepEqual(outside(next), outside(text));
        engine.apply([{ type: "disk", uri: `${root}/report.md`, text: next }]);
        assert.deepEqual(items(), known);
        assert.deepEqual(
          update(next).flatMap(({ edit }) => edit ?? []),
          [],
        );
      }),
      { numRuns: 60 },
    );
    assert.ok(written > 60, String(written));
  });

  it("know the columns that there are", () => {
    const { query } = engineOver("//- a.md\n---\ntype: kpi\nid: KPI-1\n---\n").workspace.projects()[0]!;
    const { schema } = query.config;
    for (const name of itemColumns) assert.ok(itemField(name, schema), name);
    for (const name of kpiColumns) assert.ok(kpiField(name, planOf(query)), name);
    const problemsOf = (report: string, name: string) =>
      readAsk(
        [report, `fields:${name}`].map((word) => {
          const [value = "", ...rest] = word.split(":").reverse();
          return { name: rest[0] === undefined ? undefined : { text: rest[0] }, value: { text: value }, isOpen: false };
        }),
        query,
      ).problems;
    for (const name of itemFieldNames(schema)) assert.deepEqual(problemsOf("roadmap", name), [], name);
    for (const name of kpiFieldNames(schema)) assert.deepEqual(problemsOf("kpis", name), [], name);
    assert.equal(problemsOf("roadmap", "expected").length, 1);
  });

  it("draw as much as GitHub does, and say that there is more", () => {
    const many = Array.from({ length: 1500 }, (_, at) => {
      const head = `//- f${at}.md\n---\ntype: feature\nid: FEAT-${at}\ntitle: A feature with a title of some length ${at}\n`;
      return `${head}timeframe: 2027-Q1\ngoals: GOAL-1\n---\n`;
    });
    const goal = "//- g.md\n---\ntype: goal\nid: GOAL-1\n---\n";
    const { query } = engineOver(goal + many.join("")).workspace.projects()[0]!;
    for (const ask of ["roadmap by:timeline format:mermaid", "trace format:mermaid"]) {
      const [report] = updateReports(`<!-- throughline: ${ask} -->\n<!-- /throughline -->\n`, { query, path: "r.md" });
      const { newText } = report!.edit!;
      assert.ok(newText.length > 20_000 && newText.length < 50_000, String(newText.length));
      assert.match(newText, /\nNot drawn: what there is no room for\.\n/);
      assert.ok([...newText.matchAll(/ --- /g)].length <= 450);
    }
  });

  it("change only the lines that differ", () => {
    const plan =
      "//- a.md\n---\ntype: kpi\nid: KPI-1\ntitle: A\ntarget: 3\n---\n//- b.md\n---\ntype: kpi\nid: KPI-2\ntitle: B\ntarget: 4\n---\n";
    const { query } = engineOver(plan).workspace.projects()[0]!;
    const text =
      "<!-- throughline: kpis fields:title,target -->\n\n| Title | Target |\n|---|---|\n| [A](a.md) | 2 |\n| [B](b.md) | 4 |\n\n2 KPIs\n\n<!-- /throughline -->\n";
    const [only] = updateReports(text, { query, path: "r.md" });
    const { edit } = only!;
    assert.equal(text.slice(edit!.span.start, edit!.span.end), "| [A](a.md) | 2 |\n");
    assert.equal(edit!.newText, "| [A](a.md) | 3 |\n");
  });
});
