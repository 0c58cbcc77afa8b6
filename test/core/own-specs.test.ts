import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { engineOver, root } from "../check.ts";
import { checkText, dedent } from "../fixture.ts";

/** Every text below a folder of this repository, by path. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/"));
  return new Map(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

function problemsOf(folder: string): string {
  const files = filesOf(folder);
  const engine = engineOver({ source: "", files, expectations: [] });
  const found = [...files.keys()].flatMap((path) =>
    engine
      .problems(`${root}/${path}`)
      .map(({ range, level, rule }) => `${path}:${range.start.line + 1} ${level} ${rule}\n`),
  );
  const [project] = engine.workspace.projects();
  assert.ok(engine.counts(project!).items > 20, "the folder was read");
  return found.join("");
}

describe("our own documents", () => {
  it("the sample hides its five truths, and no mistakes", () => {
    checkText(
      problemsOf("examples"),
      dedent(`
        features/refunds-from-the-phone.md:8 warning overdue
        goals/sell-abroad.md:3 warning missing-kpi
        kpis/support-contacts.md:9 warning target-not-better
        kpis/time-to-pay.md:19 information kpi-off-track
        prds/faster-checkout.md:66 warning depends-on-later
        `),
    );
  });

  it("what we plan for Throughline itself has nothing to complain about", () => {
    checkText(problemsOf("docs/product"), "");
  });
});
