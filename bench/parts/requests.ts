import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PanelData, PanelMove } from "../../server/src/panel/data.ts";
import { stepTime } from "../../server/src/panel/move.ts";
import { panelRows, type RoadmapChildren, roadmapChildren } from "../../server/src/protocol.ts";
import { count, spread } from "../figures.ts";
import type { Bench, Part, Row } from "../part.ts";
import { type Question, questions } from "../requests.ts";
import type { Measured, Server } from "../server.ts";
import { type Seen, type World, withWorld } from "../world.ts";

/** Every question that the server answers. */
export const requests: Part = {
  name: "requests",
  title: "Requests",
  says:
    "Each question is asked 40 times (slow ones less often) while a document of 12 kB is being typed in, after a character in its prose and in " +
    "its title in turn, so that nothing is answered from what was there before.",
  run: (bench) => withWorld(bench, bench.sizes.main, (world) => answers(bench, world)),
};

async function answers(bench: Bench, world: World): Promise<readonly Row[]> {
  bench.say(`${questions.length} questions, ${count(bench.sizes.main)} documents`);
  const rows: Row[] = [];
  remember(world.folder);
  const traced = { goal: await traceOf(world, "GOAL-1."), kpi: await traceOf(world, "KPI-1,") };
  const { rows: panel } = await world.server.request<PanelData>(panelRows, { by: "goal", from: 0, count: 50 });
  const panelRow = panel.find(({ type }) => type === "item")!.id;
  const dragged = await draggedOf(world.server);
  const seen = { ...world, ...(await rowsOf(world.server)), dragged, moved: movedOf(panel), traced, panelRow };
  for (const question of questions) rows.push(await rowFor(question, seen));
  return rows;
}

/** Makes the folder a repository, for those who ask how it was. */
function remember(folder: string): void {
  if (existsSync(join(folder, ".git"))) return;
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, maxBuffer: 1 << 28 });
  git("init", "-q");
  git("add", "-A");
  git("-c", "user.name=bench", "-c", "user.email=bench@x", "commit", "-q", "-m", "As generated");
}

async function traceOf({ server, at }: World, name: string): Promise<unknown> {
  const [item] = await server.request<readonly unknown[]>("textDocument/prepareCallHierarchy", at(name));
  return item;
}

async function rowsOf(server: Server): Promise<{ readonly group: string; readonly row: string }> {
  const children = (params: object) => server.request<RoadmapChildren>(roadmapChildren, { by: "goal", ...params });
  const group = (await children({})).rows.find(({ children }) => children !== "none");
  const row = group && (await children({ row: group.id })).rows.find(({ type }) => type === "item");
  if (group === undefined || row === undefined) throw new Error("The roadmap by goal is empty.");
  return { group: group.id, row: row.id };
}

/** A row of one quarter, and another quarter. */
async function draggedOf(server: Server): Promise<{ readonly row: string; readonly onto: string }> {
  const children = (params: object) => server.request<RoadmapChildren>(roadmapChildren, { by: "timeline", ...params });
  const [one, other] = (await children({})).rows.filter(({ icon }) => icon === "calendar");
  const row = one && (await children({ row: one.id })).rows.find(({ type }) => type === "item");
  if (row === undefined || other === undefined) throw new Error("The roadmap by time has nothing to drag.");
  return { row: row.id, onto: other.id };
}

function movedOf(rows: PanelData["rows"]): PanelMove {
  for (const { place, time } of rows)
    if (place !== undefined && time !== undefined && "start" in time)
      return { place, seen: time, text: stepTime(time, "all", 1, time.start, "quarters").text };
  throw new Error("The panel has no bar.");
}

async function rowFor({ method, what, params, bar = 5 }: Question, world: Seen): Promise<Row> {
  const measured: Measured[] = [];
  const begun = performance.now();
  for (let turn = 0; turn < turns && (turn < fewest || performance.now() - begun < longest); turn++) {
    await world.type();
    const asked = params(world);
    let answer: unknown;
    measured.push(await world.server.measure(async () => (answer = await world.server.request(method, asked))));
    // Saying nothing is quick, and no figure.
    if (isEmpty(answer)) return { what: nameOf(method, what), figure: "answered nothing", met: false };
  }
  const { figure, slow } = spread(measured);
  const named = nameOf(method, what);
  return bar === null ? { what: named, figure } : { what: named, figure, bar: `p95 ≤ ${bar} ms`, met: slow <= bar };
}

const turns = 40;
/** What is slow is asked less often, so that a run ends: milliseconds. */
const fewest = 8;
const longest = 8_000;

function nameOf(method: string, what: string | undefined): string {
  return `\`${method}\`${what === undefined ? "" : ` ${what}`}`;
}

function isEmpty(answer: unknown): boolean {
  return answer === null || answer === undefined || (typeof answer === "object" && Object.keys(answer).length === 0);
}
