import { padTo } from "../server/src/base/width.ts";
import type { Tick, Zoom } from "../server/src/panel/axis.ts";
import type { PanelLink, PanelParams } from "../server/src/panel/data.ts";
import { type Scene, type SceneRow, sceneOf } from "../server/src/panel/scene.ts";
import { type PanelProject, panelData } from "../server/src/roadmap/panel/panel.ts";
import { panelWords } from "../server/src/roadmap/panel/words.ts";
import type { Engine } from "../server/src/rules/engine.ts";
import { engineOver } from "./check.ts";
import { checkText, dedent } from "./fixture.ts";

export interface DrawPanelOptions extends Partial<PanelParams> {
  readonly zoom?: Zoom;
  readonly today?: string;
  /** Columns of text that the track has. */
  readonly width?: number;
  readonly links?: readonly PanelLink[];
}

/**
 * A scene as text: the signs of health are `o` on track, `A` at risk, `!` off track, `-` nobody can tell, `.` draft, `x` done or
 * dropped; a bar is `=`, what is done of it `#`; `|` is today. Behind it what stands beside the bar.
 */
export function drawPanel(engine: Engine, options: DrawPanelOptions = {}): string {
  const { zoom = "quarters", links, by = "goal", width = 48, ...params } = options;
  const data = panelData(panelProjects(engine), { by, ...params }, "Roadmap");
  return drawScene(sceneOf(data, zoom, panelWords(String), links), width);
}

export function panelProjects(engine: Engine): readonly PanelProject[] {
  const projects = engine.workspace.projects();
  return projects.map((project) => ({
    query: project.query,
    scope: projects.length === 1 ? "" : `${project.root}/`,
    title: project.root.slice(project.root.lastIndexOf("/") + 1),
    tell: String,
    locate: () => undefined,
  }));
}

export function checkPanel(source: string, options: DrawPanelOptions, expected: string): void {
  checkText(drawPanel(engineOver(source, options), options), dedent(expected));
}

function drawScene({ axis, rows, arrows }: Scene, width: number): string {
  const names = Math.max(...rows.map((one) => nameOf(one).length), 0) + 2;
  const column = (at: number) => Math.round(at * width);
  const ticks = (list: readonly Tick[]) => {
    const line: string[] = Array.from({ length: width }, () => " ");
    for (const { at, label } of list) for (const [i, sign] of [...label].entries()) line[column(at) + i] = sign;
    return `${" ".repeat(names)}${line.slice(0, width).join("")}`;
  };
  const lines = rows.map((one) => {
    const track: string[] = Array.from({ length: width }, () => " ");
    if (axis.today !== undefined) track[column(axis.today)] = "|";
    const { bar, done, row } = one;
    if (bar !== undefined) {
      const [from, to] = [column(bar.at), Math.max(column(bar.at) + 1, column(bar.at + bar.width))];
      for (let at = from; at < to; at++) track[at] = row.type === "lane" ? "_" : "=";
      if (done !== undefined) for (let at = from; at < from + Math.round((to - from) * done); at++) track[at] = "#";
    }
    const says = row.type === "lane" ? row.says : [row.progress?.says, one.note?.text, row.time ? "" : row.when];
    return `${padTo(nameOf(one), names)}${track.join("")}  ${[says].flat().filter(Boolean).join("; ")}`;
  });
  const lined = arrows.map(({ from, to, isLate }) => `arrow ${from.row}→${to.row}${isLate ? " late" : ""}`);
  return [ticks(axis.upper), ticks(axis.lower), ...lines, ...lined].map((line) => `${line.trimEnd()}\n`).join("");
}

function nameOf({ row, tone }: SceneRow): string {
  if (row.type === "lane") return `${row.isOpen ? "v" : ">"} ${row.title}`;
  return `${"  ".repeat(row.level)}${signs[tone]} ${row.title}${row.owner === "" ? "" : ` (${row.owner})`}`;
}

const signs = { "on-track": "o", "at-risk": "A", "off-track": "!", unknown: "-", draft: ".", done: "x", dropped: "x" };
