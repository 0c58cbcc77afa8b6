import type { SavedView } from "../model/config.ts";
import { groupNamed } from "../model/config-views.ts";
import { groupWords } from "../model/view-words.ts";
import type { RoadmapView } from "../roadmap/tree.ts";
import type { Parsed } from "./flags.ts";
import { type Opened, suggest } from "./open-project.ts";
import { UsageError } from "./terminal.ts";
import { whereOf } from "./where.ts";

/** How `--by`, `--sort`, `--done`, `--where` and the view of `--view` want the roadmap; the flags themselves count first. */
export function viewOf(parsed: Parsed, opened: Opened): RoadmapView {
  const saved = savedView(parsed.value("view"), opened);
  return {
    by: groupOf(parsed.value("by"), opened) ?? saved?.group ?? groupWords[0],
    sort: parsed.value("sort") ?? saved?.sort,
    filter: whereOf(parsed, opened, saved?.where),
    showDone: parsed.has("done") || saved?.done === true,
  };
}

function savedView(name: string | undefined, { engine }: Opened): SavedView | undefined {
  if (name === undefined) return undefined;
  const views = engine.workspace.projects().flatMap(({ config }) => config.views);
  const wanted = name.trim().toLowerCase();
  const view = views.find((one) => one.name === name) ?? views.find((one) => one.name.toLowerCase() === wanted);
  if (view !== undefined) return view;
  const names = views.map((one) => one.name);
  const all = names.length === 0 ? "throughline.yaml has no views." : `throughline.yaml has ${names.join(", ")}.`;
  throw new UsageError(`There is no view ${name}. ${suggest(name, names, all)}`);
}

function groupOf(written: string | undefined, { engine }: Opened): string | undefined {
  if (written === undefined) return undefined;
  const schemas = engine.workspace.projects().map(({ config }) => config.schema);
  for (const schema of schemas) {
    const group = groupNamed(written, schema);
    if (group !== undefined) return group;
  }
  const fields = schemas.flatMap(({ kinds }) =>
    [...kinds.values()].flatMap((kind) => kind.fields.map(({ name }) => name)),
  );
  const all = `It can be ${groupWords.join(", ")}, or a field of your documents.`;
  throw new UsageError(
    `The roadmap cannot be grouped by ${written}. ${suggest(written, [...groupWords, ...fields], all)}`,
  );
}
