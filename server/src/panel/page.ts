import type { Zoom } from "./axis.ts";
import type { PanelKpis, PanelSpan } from "./data.ts";
import { drawChart, drawLegend } from "./draw-chart.ts";
import { drawKpis } from "./draw-kpis.ts";
import { drawTable, type TableField } from "./draw-table.ts";
import { type Element, h, writeHtml, written } from "./node.ts";
import { pageScript, pageScriptHash } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";
import type { Scene } from "./scene.ts";
import { chartStyle } from "./style.ts";
import type { PanelWords } from "./words.ts";

/** What stands on a page for people without an editor. */
export interface Page {
  readonly language: string;
  readonly title: string;
  /** "As of 22 November 2026". */
  readonly asOf: string;
  /** "3 goals · 20 features · 3 done". */
  readonly says: string;
  readonly scene: Scene;
  readonly kpis: PanelKpis;
  readonly today: number;
  readonly fields: readonly TableField[];
  readonly words: PanelWords;
}

/** One file with all that it needs: it asks no network, and works from a mail as from a server. */
export function writePage(page: Page): string {
  return `<!doctype html>\n${writeHtml(h("html", { lang: page.language }, head(page), body(page)))}\n`;
}

/** As fine as a page has room for. */
export function zoomFor(span: PanelSpan | undefined): Zoom {
  const days = span === undefined ? 0 : span.end - span.start;
  if (days < 300) return "months";
  return days < 3.2 * 366 ? "quarters" : "years";
}

function head({ title, words }: Page): Element {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${pageScriptHash}'; base-uri 'none'; form-action 'none'`;
  return h(
    "head",
    {},
    h("meta", { charset: "utf-8" }),
    h("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "color-scheme", content: "light dark" }),
    h("title", {}, `${title} · ${words.roadmap}`),
    h("style", {}, written(`${chartStyle}${pageStyle}`)),
  );
}

function body({ title, asOf, says, scene, kpis, today, fields, words }: Page): Element {
  const isPlain = !fields.includes("health");
  return h(
    "body",
    {},
    h(
      "header",
      {},
      h("p", { class: "eyebrow" }, words.roadmap),
      h("h1", {}, title),
      h("p", { class: "about" }, [says, asOf].filter((text) => text !== "").join(" · ")),
      h(
        "label",
        { class: "search", hidden: true },
        h("span", {}, words.search),
        h("input", {
          type: "search",
          id: "search",
          placeholder: words.search,
          autocomplete: "off",
          spellcheck: "false",
        }),
      ),
    ),
    h(
      "main",
      {},
      h(
        "section",
        { class: "frame", role: "region", "aria-label": words.roadmap, tabindex: 0 },
        scene.rows.length === 0 ? h("p", { class: "empty" }, words.nothing) : drawChart(scene, words),
      ),
      !isPlain && scene.rows.length > 0 && drawLegend(words),
      ...(kpis.rows.length === 0 ? [] : framed(words.kpis, drawKpis(kpis, today, words, { plain: isPlain }))),
      ...framed(words.table, drawTable(scene.rows, fields, words)),
      h("p", { class: "empty", id: "none", hidden: true }, words.noMatch),
    ),
    h("script", {}, written(pageScript)),
  );
}

/** What is too wide for a narrow screen can be moved, with the keys too. */
function framed(title: string, content: Element): readonly Element[] {
  return [
    h("h2", {}, title),
    h("section", { class: "frame", role: "region", "aria-label": title, tabindex: 0 }, content),
  ];
}
