import { zooms } from "../../../server/src/panel/axis.ts";
import type { PanelAnswer, PanelKpis, PanelTrace } from "../../../server/src/panel/data.ts";
import { drawChart, drawLegend } from "../../../server/src/panel/draw-chart.ts";
import { drawKpis } from "../../../server/src/panel/draw-kpis.ts";
import { drawTable } from "../../../server/src/panel/draw-table.ts";
import { drawTrace } from "../../../server/src/panel/draw-trace.ts";
import { type Child, type Element, h } from "../../../server/src/panel/node.ts";
import type { Scene } from "../../../server/src/panel/scene.ts";
import type { PanelWords } from "../../../server/src/panel/words.ts";
import type { Silence } from "./host.ts";
import { type PanelState, tabs } from "./state.ts";

/** What there is to be drawn. */
export interface Drawing {
  readonly state: PanelState;
  readonly data: PanelAnswer;
  readonly scene: Scene;
  readonly kpis: PanelKpis | undefined;
  readonly trace: PanelTrace | undefined;
  /** What is said aloud: the new time of a bar. */
  readonly said: string;
}

export function drawApp(drawing: Drawing): readonly Child[] {
  const { state, data, said } = drawing;
  const { words } = data;
  return [
    h("h1", { key: "title", class: "sr" }, data.title),
    drawBar(drawing),
    h(
      "div",
      {
        key: `frame ${state.tab}`,
        class: `frame ${state.tab}`,
        id: "frame",
        role: "tabpanel",
        "aria-label": words[state.tab],
        ...(state.tab !== "roadmap" && { tabindex: 0 }),
      },
      content(drawing),
      isCut(drawing) &&
        h(
          "p",
          { key: "rest", class: "rest" },
          `${countIn(drawing)} · `,
          h("button", { type: "button", class: "opener", "data-search": true }, words.search),
        ),
    ),
    state.tab === "roadmap" ? h("div", { key: "foot", class: "foot" }, drawLegend(words)) : h("div", { key: "foot" }),
    h("div", { key: "said", class: "sr", "aria-live": "polite" }, said),
  ];
}

/** Nobody reads thousands of rows of a table; who has come to the end is told that there are more, and how to find them. */
function isCut(drawing: Drawing): boolean {
  const { tab } = drawing.state;
  return (tab === "kpis" || tab === "trace") && countIn(drawing) !== "";
}

/** In the place of rows that would be taken for the plan. */
export function drawSilence({ says, restart }: Silence): readonly Child[] {
  return [
    h(
      "div",
      { key: "silence", class: "silence", role: "status" },
      h("p", {}, says),
      restart !== undefined && h("button", { type: "button", "data-restart": true }, restart),
    ),
  ];
}

/** Only where something is left out. */
function countIn({ state, data, kpis, trace }: Drawing): string {
  const table = state.tab === "kpis" ? kpis : state.tab === "trace" ? trace : undefined;
  const isTable = state.tab === "kpis" || state.tab === "trace";
  const [shown, total] = isTable ? [table?.rows.length ?? 0, table?.total ?? 0] : [data.shown, data.total];
  return shown < total ? data.words.shownOf.replace("{0}", String(shown)).replace("{1}", String(total)) : "";
}

function drawBar(drawing: Drawing): Element {
  const { state, data } = drawing;
  const { words } = data;
  return h(
    "div",
    { key: "bar", class: "toolbar" },
    h(
      "div",
      { class: "tabs", role: "tablist", "aria-label": words.roadmap },
      ...tabs.map((tab) =>
        h(
          "button",
          {
            ...{ type: "button", role: "tab", "data-tab": tab, tabindex: tab === state.tab ? 0 : -1 },
            "aria-selected": tab === state.tab ? "true" : "false",
          },
          words[tab],
        ),
      ),
    ),
    h("span", { class: "count" }, countIn(drawing)),
    h(
      "div",
      { class: "choices" },
      ...(state.tab === "roadmap" || state.tab === "table" ? [groupChoice(data, words)] : []),
      ...(state.tab === "roadmap" ? [zoomChoice(state, words)] : []),
      state.tab !== "kpis" &&
        h(
          "label",
          { class: "check", key: "done" },
          h("input", { type: "checkbox", id: "done", checked: state.showDone }),
          words.showDone,
        ),
      h("input", {
        key: "search",
        ...{ type: "search", id: "search", placeholder: words.search, "aria-label": words.search },
        ...{ autocomplete: "off", spellcheck: "false" },
      }),
    ),
  );
}

function groupChoice({ groupings, by }: PanelAnswer, words: PanelWords): Element {
  return h(
    "label",
    { class: "select", key: "by" },
    h("span", {}, words.groupBy),
    h(
      "select",
      { id: "by" },
      ...groupings.map(({ id, title }) => h("option", { value: id, selected: id === by }, title)),
    ),
  );
}

function zoomChoice({ zoom }: PanelState, words: PanelWords): Element {
  const names = { months: words.byMonths, quarters: words.byQuarters, years: words.byYears };
  return h(
    "div",
    { class: "zoom", role: "radiogroup", "aria-label": words.zoom, key: "zoom" },
    ...zooms.map((one) =>
      h(
        "button",
        {
          ...{ type: "button", role: "radio", "data-zoom": one, tabindex: one === zoom ? 0 : -1 },
          "aria-checked": one === zoom ? "true" : "false",
        },
        names[one],
      ),
    ),
  );
}

function content({ state, data, scene, kpis, trace }: Drawing): Element {
  const { words } = data;
  if (state.tab === "kpis") {
    if (kpis === undefined) return h("div", {});
    if (kpis.rows.length === 0) return empty(state, words);
    return drawKpis(kpis, data.today, words, { isLive: true });
  }
  if (state.tab === "trace") {
    if (trace === undefined) return h("div", {});
    if (trace.rows.length === 0) return empty(state, words);
    return drawTrace(trace, words, true);
  }
  if (data.rowCount === 0) return empty(state, words);
  if (state.tab === "table")
    return drawTable(scene.rows, ["when", "status", "health", "progress", "owner", "slips"], words, scene);
  return drawChart(scene, words, { isLive: true, ...(state.focus !== undefined && { focus: state.focus }) });
}

function empty({ filter }: PanelState, words: PanelWords): Element {
  return h("p", { class: "empty" }, filter === "" ? words.nothing : words.noMatch);
}
