import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { applyEdits } from "../../server/src/base/span.ts";
import { updateReports } from "../../server/src/roadmap/reports/update-reports.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const folder = fileURLToPath(new URL("../../docs/product/", import.meta.url));
const root = "file:///plan";

/** The reports in our own plan, as `throughline render` writes them; its times are versions, so the day does not matter. */
export function withOwnReports(current: string): string {
  const workspace = new Workspace({ today: "2026-11-22", ruleIds: [] });
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(?:md|yaml)$/.test(path))
    .sort();
  const texts = paths.map((path) => ({
    ...{ type: "disk" as const, uri: `${root}/${path}` },
    text: readFileSync(`${folder}${path}`, "utf8"),
  }));
  workspace.apply([{ type: "roots", uris: [root] }, ...texts]);
  // The configuration may come after what is read by it.
  workspace.apply(texts);
  const { query } = workspace.projects()[0]!;
  const reports = updateReports(current, { query, path: "README.md" });
  const wrong = reports.flatMap(({ problems }) => problems.map(({ message }) => String(message)));
  if (reports.length === 0 || wrong.length > 0) throw new Error(wrong.join(" ") || "There is no report in our plan.");
  return applyEdits(
    current,
    reports.flatMap(({ edit }) => edit ?? []),
  );
}
