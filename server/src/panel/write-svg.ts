import type { Axis } from "./axis.ts";
import { type Child, type Element, h, writeHtml, written } from "./node.ts";
import type { Scene, SceneRow } from "./scene.ts";
import { signPaths } from "./signs.ts";
import type { PanelWords } from "./words.ts";

/** The chart as a picture, for a README or a slide: it has its own light and its own dark. */
export function writeSvg(scene: Scene, title: string, words: PanelWords): string {
  const { axis, rows } = scene;
  const width = names + Math.max(leastTrack, Math.round(axis.least)) + 1;
  const height = top + rows.length * line + 1;
  const track = width - names - 1;
  const svg = h(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": title,
      "font-family": "system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif",
      "font-size": 12,
    },
    h("title", {}, title),
    h("style", {}, written(style)),
    h("rect", { class: "bg", x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 10 }),
    ...rows.flatMap(({ row }, at) => (row.type === "lane" ? [stripe(at, width)] : [])),
    ...axisLines(axis, track, height, words),
    ...rows.map((row, at) => rowOf(row, at, track)),
  );
  return `${writeHtml(svg)}\n`;
}

const names = 300;
const leastTrack = 660;
const top = 46;
const line = 28;

const style =
  ".bg{fill:#fff;stroke:#dfe3e9}text{fill:#1b1f27}.soft{fill:#5b6472}.hair{stroke:#eef0f3}.year{stroke:#dfe3e9}.lane{fill:#f6f7f9}.now{stroke:#3b5bdb}.warn{fill:#8a5a00}" +
  ".unknown{--c:#4c6ef5}.on-track{--c:#1f9d61}.at-risk{--c:#c98a00}.off-track{--c:#d64545}.draft,.dropped{--c:#5b6472}.done{--c:#7b8696}" +
  ".tone{fill:var(--c)}.bar{fill:var(--c);fill-opacity:.18;stroke:var(--c);stroke-opacity:.6}.part{fill:var(--c);fill-opacity:.25}.draft .bar{stroke-dasharray:3 2;fill-opacity:0}" +
  "@media(prefers-color-scheme:dark){.bg{fill:#15181e;stroke:#2a2f38}text{fill:#e6e9ee}.soft{fill:#9aa4b2}.hair{stroke:#20242b}.year{stroke:#2a2f38}.lane{fill:#1b1f26}.now{stroke:#7c9cff}.warn{fill:#e0b95a}" +
  ".unknown{--c:#7c9cff}.on-track{--c:#3fbf7f}.at-risk{--c:#e0b040}.off-track{--c:#f07070}.draft,.dropped{--c:#9aa4b2}.done{--c:#7d8794}}";

function stripe(at: number, width: number): Element {
  return h("rect", { class: "lane", x: 1, y: top + at * line, width: width - 2, height: line });
}

function axisLines({ upper, lower, today }: Axis, track: number, height: number, words: PanelWords): readonly Child[] {
  const x = (at: number) => round(names + at * track);
  const years = new Set(upper.map(({ at }) => at));
  return [
    h("path", { class: "year", d: `M0.5 ${top}H${names + track + 1}` }),
    ...lower.map(({ at }) =>
      h("path", { class: years.has(at) ? "year" : "hair", d: `M${x(at)} ${top}V${height - 1}` }),
    ),
    ...upper.map(({ at, label }) => h("text", { x: x(at) + 8, y: 19, "font-weight": 600 }, label)),
    ...lower.map(({ at, label }) => h("text", { class: "soft", x: x(at) + 8, y: 37, "font-size": 11 }, label)),
    ...(today === undefined
      ? []
      : [
          h("path", { class: "now", d: `M${x(today)} ${top - 6}V${height - 1}`, "stroke-width": 1.5 }),
          h("title", {}, words.today),
        ]),
  ];
}

function rowOf({ row, tone, bar, done, note }: SceneRow, at: number, track: number): Element {
  const y = top + at * line;
  const middle = y + line / 2 + 4;
  if (row.type === "lane")
    return h("g", {}, h("text", { x: 16, y: middle, "font-weight": 600 }, cut(row.title, names - 32, 7)));
  const left = 16 + Math.min(row.level - 1, 6) * 14;
  const [x, width] = bar === undefined ? [0, 0] : [names + bar.at * track, Math.max(6, bar.width * track)];
  return h(
    "g",
    { class: tone },
    h("path", {
      class: "tone",
      d: signPaths[tone],
      "fill-rule": "evenodd",
      transform: `translate(${left} ${y + line / 2 - 6})`,
    }),
    h("text", { x: left + 20, y: middle }, cut(row.title, names - left - 32, 6.3)),
    bar !== undefined &&
      h("rect", { class: "bar", x: round(x), y: y + 5, width: round(width), height: line - 10, rx: 5 }),
    bar !== undefined &&
      done !== undefined &&
      h("rect", { class: "part", x: round(x), y: y + 5, width: round(width * done), height: line - 10, rx: 5 }),
    note !== undefined &&
      h(
        "text",
        {
          class: "warn",
          x: round(names + note.at * track + (note.side === "right" ? 8 : -8)),
          y: middle,
          "font-size": 11,
          "text-anchor": note.side === "right" ? "start" : "end",
        },
        note.text,
      ),
  );
}

/** A picture cannot measure its text: letters are taken to be as wide as most are. */
function cut(text: string, width: number, letter: number): string {
  const room = Math.floor(width / letter);
  return text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
