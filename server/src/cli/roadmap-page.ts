import { readDay } from "../base/day.ts";
import { say } from "../base/say.ts";
import { roadmapProjects } from "../features/roadmap-projects.ts";
import { showDay } from "../model/show-timeframe.ts";
import type { ItemRow, PanelData, PanelRow } from "../panel/data.ts";
import type { TableField } from "../panel/draw-table.ts";
import { writePage, zoomFor } from "../panel/page.ts";
import { type Scene, sceneOf } from "../panel/scene.ts";
import { writeSvg } from "../panel/write-svg.ts";
import { countsOf, countWords } from "../roadmap/counts.ts";
import { panelKpis } from "../roadmap/panel/kpis.ts";
import { panelData } from "../roadmap/panel/panel.ts";
import { panelWords } from "../roadmap/panel/words.ts";
import { planOf } from "../roadmap/project-plan.ts";
import type { RoadmapView } from "../roadmap/tree.ts";
import type { Parsed } from "./flags.ts";
import type { Opened } from "./open-project.ts";
import { suggest } from "./open-project.ts";
import { UsageError } from "./terminal.ts";

/** What a page says only when it is asked to: who is behind it, and how it goes. */
export const pageFields = ["health", "owner", "progress", "conflicts"] as const;

type PageField = (typeof pageFields)[number];

/** The roadmap as a page of its own, for people without an editor. */
export function roadmapPage(opened: Opened, view: RoadmapView, fields: ReadonlySet<PageField>): string {
  const { data, scene, words, sources } = drawn(opened, view, fields);
  const isTold = (field: TableField) =>
    field !== "slips" && (field === "when" || field === "status" || fields.has(field as PageField));
  const columns = (["when", "status", "health", "progress", "owner"] as const).filter(isTold);
  const today = readDay(opened.engine.workspace.projects()[0]?.query.today ?? "") ?? data.today;
  return writePage({
    ...{ language: "en", title: data.title, scene, words, kpis: panelKpis(sources, view.filter), today },
    asOf: String(say`As of ${showDay(today)}`),
    says: countsIn(opened),
    fields: fields.has("conflicts") ? [...columns, "slips"] : columns,
  });
}

/** The same as a picture, for a README. */
export function roadmapPicture(opened: Opened, view: RoadmapView, fields: ReadonlySet<PageField>): string {
  const { data, scene, words } = drawn(opened, view, fields);
  return writeSvg(scene, data.title, words);
}

/** `--fields owner,health`; all of them with `all`. */
export function fieldsOf(parsed: Parsed): ReadonlySet<PageField> {
  const said = (parsed.value("fields") ?? "").split(",").flatMap((name) => name.trim() || []);
  if (said.includes("all")) return new Set(pageFields);
  return new Set(
    said.map((name) => {
      const field = pageFields.find((one) => one === name.toLowerCase());
      if (field !== undefined) return field;
      const names = [...pageFields, "all"];
      throw new UsageError(`--fields takes ${names.join(", ")}, not “${name}”. ${suggest(name, names, "")}`.trim());
    }),
  );
}

function drawn({ engine }: Opened, view: RoadmapView, fields: ReadonlySet<PageField>) {
  const projects = roadmapProjects({ workspace: engine.workspace, engine, tell: String });
  const sources = projects.map(({ project, scope, title }) => {
    return {
      query: project.query,
      scope,
      title,
      tell: String,
      locate: () => undefined,
      problemsOf: (path: string) => engine.problems(project.uriOf(path)),
    };
  });
  const vision = projects.length === 1 ? planOf(projects[0]!.project.query).of("vision")[0] : undefined;
  const title = vision?.item.title ?? projects[0]?.title ?? String(say`Roadmap`);
  const all = panelData(sources, view, title);
  const data: PanelData = { ...all, rows: all.rows.map((row) => without(row, fields)) };
  const words = panelWords(String);
  const scene: Scene = sceneOf(data, zoomFor(data.span), words);
  return { data, scene, words, sources };
}

/** A page leaves the house: what nobody asked for does not stand in it, not even where it is not seen. */
function without(row: PanelRow, fields: ReadonlySet<PageField>): PanelRow {
  const health = fields.has("health") ? row.health : "unknown";
  if (row.type === "lane") return { ...row, health, says: fields.has("health") ? row.says : "", spoken: row.title };
  const { progress, ...rest } = row;
  const shown: ItemRow = {
    ...{ ...rest, health, spoken: row.title },
    owner: fields.has("owner") ? row.owner : "",
    slips: fields.has("conflicts") ? row.slips : [],
    ...(fields.has("progress") && progress !== undefined && { progress }),
  };
  return shown;
}

function countsIn({ engine }: Opened): string {
  const plans = engine.workspace.projects().map(({ query }) => planOf(query));
  const items = plans.flatMap((plan) => ["goal", "feature", "prd", "launch"].flatMap(plan.of));
  const counts = countsOf({ facts: (found) => plans.find((plan) => plan.has(found))!.facts(found) }, items);
  return countWords(counts, ["late"]).map(String).join(" · ");
}
