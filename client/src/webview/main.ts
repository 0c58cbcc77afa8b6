/** The roadmap panel: draws what the server says, and asks it for what is seen. Runs in a webview. */
import type {
  ItemRow,
  PanelAnswer,
  PanelKpis,
  PanelLinks,
  PanelPlace,
  PanelRow,
  PanelTime,
  PanelTrace,
} from "../../../server/src/panel/data.ts";
import type { Moved } from "../../../server/src/panel/move.ts";
import { type Scene, sceneOf } from "../../../server/src/panel/scene.ts";
import { chartStyle } from "../../../server/src/panel/style.ts";
import { askAll, askLinks } from "./answers.ts";
import { show } from "./dom.ts";
import { watchDrags } from "./drag.ts";
import { drawApp, drawSilence } from "./draw-app.ts";
import { type Ghost, withGhost } from "./ghost.ts";
import { connectHost, type Silence } from "./host.ts";
import { watchKeys } from "./keys.ts";
import { listen } from "./listen.ts";
import { frame, reachBar, reachRow, reachToday, rowElement, seen } from "./places.ts";
import { type PanelState, readState } from "./state.ts";
import { theme } from "./theme.ts";

const host = connectHost();
const app = document.getElementById("app")!;
const sheet = new CSSStyleSheet();
sheet.replaceSync(`${chartStyle}${theme}`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

let state = readState(host.saved());
let data: PanelAnswer | undefined;
let scene: Scene | undefined;
let kpis: PanelKpis | undefined;
let trace: PanelTrace | undefined;
let links: PanelLinks = { links: [] };
let ghost: Ghost | undefined;
let said = "";
let silence: Silence | undefined;
let drawn = { from: 0, count: 0 };
/** Whether the keys go to the rows. */
let isInTree = false;
let asking = 0;
let isLoading = false;
let isRestored = false;
/** Moves on their way to their documents, and how many. */
let moves = Promise.resolve();
let moving = 0;

/** Rows above and below what is seen that are drawn, and that are asked for. */
const drawnAround = 24;
const askedAround = 250;
/** Rows that must be there beside what is seen, or it is drawn again. */
const least = 8;

function change(next: Partial<PanelState>): void {
  state = { ...state, ...next };
  host.save(state);
}

/** How far down one is, or was before the window was closed. */
function top(): number {
  return isRestored ? (frame()?.scrollTop ?? 0) : state.top;
}

async function load(): Promise<void> {
  const turn = ++asking;
  isLoading = true;
  const { first, last } = seen(top());
  const answers = await askAll(host, state, Math.max(0, first - askedAround), last + askedAround);
  // Whoever types asks with each letter: only the last answer counts.
  if (turn !== asking) return;
  isLoading = false;
  // The extension has noted what went wrong; the server tells when there is something new.
  if (answers === undefined) return;
  [data, kpis, trace] = answers;
  silence = undefined;
  if (moving === 0) ghost = undefined;
  const { found, looksAt } = answers[0];
  if (found !== undefined) change({ tab: "roadmap", ...looksAt });
  draw();
  restore();
  if (found === undefined) {
    loadMore();
    if (!isLoading) await loadLinks();
  } else {
    writeSearch();
    await goTo(found.at);
  }
}

/** Rows that come into sight. While some are on their way no others are asked for: who scrolls on would never see any. */
function loadMore(): void {
  if (data === undefined || isLoading) return;
  const { first, last } = seen(top());
  const end = data.from + data.rows.length;
  if (first - drawnAround < data.from && data.from > 0) void load();
  else if (last + drawnAround > end && end < data.rowCount) void load();
}

async function loadLinks(): Promise<void> {
  const { focus } = state;
  const answer = await askLinks(host, state);
  if (focus !== state.focus) return;
  if (answer.links.length === 0 && links.links.length === 0) return;
  links = answer;
  draw();
}

function draw(): void {
  if (silence !== undefined) show(app, drawSilence(silence));
  if (silence !== undefined || data === undefined) return;
  const { first, last } = seen(top());
  const from = Math.max(data.from, first - drawnAround);
  const rows = data.rows
    .slice(from - data.from, Math.max(0, last + drawnAround - data.from))
    .map((row) => withGhost(row, ghost));
  drawn = { from, count: rows.length };
  scene = sceneOf({ ...data, from, rows }, state.zoom, data.words, links.links);
  show(app, drawApp({ state, data, scene, kpis, trace, said }));
  app.classList.toggle("tree-focus", isInTree);
  for (const row of app.querySelectorAll(".row.moved")) row.classList.remove("moved");
  if (ghost !== undefined) rowElement(ghost.row)?.classList.add("moved");
  // Whoever writes in a document beside the panel keeps the focus there.
  if (isInTree && state.focus !== undefined && document.hasFocus())
    rowElement(state.focus)?.focus({ preventScroll: true });
}

function search(): void {
  document.getElementById("search")?.focus();
}

/** What is looked for is the person's to write, but for where the panel looks at something by itself. */
function writeSearch(): void {
  const search = document.getElementById("search") as HTMLInputElement | null;
  if (search !== null) search.value = state.filter;
}

/** Where the person was before the window was closed. */
function restore(): void {
  const scroller = frame();
  if (isRestored || scroller === undefined) return;
  isRestored = true;
  writeSearch();
  scroller.scrollTop = state.top;
  if (state.left > 0) scroller.scrollLeft = state.left;
  else reachToday(scene?.axis.today);
}

function rowOf(id: string | undefined): PanelRow | undefined {
  return data?.rows.find((row) => row.id === id);
}

function focusRow(id: string): void {
  isInTree = true;
  const isNew = id !== state.focus;
  if (isNew) {
    change({ focus: id });
    links = { links: [] };
  }
  draw();
  if (isNew) void loadLinks();
}

/** Moves on by so many rows. */
async function step(by: number): Promise<void> {
  if (data === undefined) return;
  const at = data.rows.findIndex(({ id }) => id === state.focus);
  await goTo(at < 0 ? seen(top()).first : Math.min(data.rowCount - 1, Math.max(0, data.from + at + by)));
}

/** Looks at the row of a number; one that is not there yet is asked for first. */
async function goTo(number: number): Promise<void> {
  if (data === undefined) return;
  reachRow(number);
  if (number < data.from || number >= data.from + data.rows.length) await load();
  const row = data.rows[number - data.from];
  if (row === undefined) return;
  focusRow(row.id);
  reachBar(rowElement(row.id));
}

function toggle(id: string, isOpen?: boolean): void {
  const isClosed = state.closed.includes(id);
  if (isOpen === !isClosed) return;
  change({ closed: isClosed ? state.closed.filter((one) => one !== id) : [...state.closed, id] });
  void load();
}

function open(place: PanelPlace | undefined): void {
  if (place !== undefined) host.open(place);
}

/** Where a bar is moved from is told with it: the document may have changed since it was drawn. */
async function move(id: string, moved: Moved, seen: PanelTime | undefined): Promise<void> {
  const row = rowOf(id);
  if (row?.place === undefined) return;
  ghost = { row: id, moved };
  said = `${row.title}: ${moved.text}`;
  draw();
  const params = { place: row.place, text: moved.text, ...(seen !== undefined && { seen }) };
  moving++;
  // One after the other: each begins where the one before it has left the bar.
  moves = moves.then(async () => {
    // What fails the extension has said.
    if (!(await host.move(params).catch(() => false))) said = "";
  });
  await moves;
  if (--moving === 0) await load();
}

function choose(next: Partial<PanelState>): void {
  change(next);
  const scroller = frame();
  if (scroller !== undefined && ("by" in next || "filter" in next)) scroller.scrollTop = 0;
  void load();
}

listen(app, {
  tab: (tab) => {
    isInTree = false;
    choose({ tab });
  },
  zoom: (zoom) => {
    change({ zoom });
    draw();
    reachToday(scene?.axis.today);
  },
  choose,
  open: (id) =>
    open([...(data?.rows ?? []), ...(kpis?.rows ?? []), ...(trace?.rows ?? [])].find((one) => one.id === id)?.place),
  restart: () => host.restart(),
  search,
  row: (id, isName) => {
    focusRow(id);
    if (isName && rowOf(id)?.type === "lane") toggle(id);
  },
  rowTwice: (id) => {
    const row = rowOf(id);
    if (row?.type === "item") open(row.place);
  },
  focus: (id) => {
    if (id === undefined) isInTree = false;
    else if (!isInTree) focusRow(id);
    app.classList.toggle("tree-focus", isInTree);
  },
  scroll: () => {
    const scroller = frame();
    if (scroller === undefined || data === undefined || !isRestored) return;
    change({ top: scroller.scrollTop, left: scroller.scrollLeft });
    loadMore();
    const { first, last } = seen(top());
    const end = drawn.from + drawn.count;
    const isDrawn = (first - least >= drawn.from || drawn.from === 0) && (last + least <= end || end >= data.rowCount);
    if (!isDrawn) draw();
  },
});

watchDrags(app, {
  axis: () => scene?.axis,
  timeOf: (row) => rowOf(row)?.time,
  show: (row, moved) => {
    ghost = moved === undefined ? undefined : { row, moved };
    draw();
  },
  drop: (row, moved, seen) => void move(row, moved, seen),
});

watchKeys(app, {
  isInTree: () => isInTree,
  row: () => {
    const row = rowOf(state.focus);
    return row && withGhost(row, ghost);
  },
  page: () => Math.max(1, seen(top()).last - seen(top()).first - 4),
  today: () => data?.today ?? 0,
  zoom: () => state.zoom,
  step: (by) => void step(by),
  toggle,
  lane: (row: ItemRow) => focusRow(row.lane),
  open: (row) => open(row.place),
  move: (row, moved) => void move(row.id, moved, row.time),
  undo: () => host.undo(),
  search,
});

host.onChanged(() => void load());
host.onSilence((why) => {
  if (why.waits && data !== undefined && silence === undefined) return;
  silence = why;
  isRestored = false;
  draw();
});
window.addEventListener("resize", draw);
void load();
