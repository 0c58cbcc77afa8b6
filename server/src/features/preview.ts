import { dirname, relativePath } from "../base/path.ts";
import { preview as method, type PreviewItem, type PreviewParams } from "../look-protocol.ts";
import { kindWord } from "../model/kind-words.ts";
import { phaseWord, showStatus } from "../model/phase.ts";
import { placeRange } from "../model/places.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import type { Mention, Summary } from "../model/summary.ts";
import { resolveMention } from "../workspace/mentions.ts";
import { ownersOf, phaseOf, statusOf, timeframeOf } from "../workspace/plan.ts";
import type { Project } from "../workspace/project.ts";
import type { Found, Resolution } from "../workspace/query.ts";
import type { Feature, State } from "./feature.ts";

/** What the ids in the text of a document lead to, for those who draw it: each name once. */
export const previewFeature: Feature = {
  capabilities: () => ({}),
  requests: { [method]: ({ uri }: PreviewParams, state) => itemsOf(uri, state) },
};

function itemsOf(uri: string, state: State): readonly PreviewItem[] {
  const located = state.workspace.locate(uri);
  const file = located?.project.summary(located.path);
  if (located === undefined || file === undefined) return [];
  const { project } = located;
  const items = new Map<string, PreviewItem>();
  const add = (name: string, found: Found | undefined): void => {
    if (found !== undefined && !items.has(name)) items.set(name, itemFor(name, found, file, project, state));
  };
  for (const mention of file.mentions) {
    if (!items.has(mention.text)) add(mention.text, itemIn(resolveMention(mention, file, project.query)));
  }
  // Where an item is defined it is not mentioned, and shows how it goes all the same.
  for (const [index, { id, base }] of file.items.entries())
    if (id !== undefined && base !== "requirement") add(id, project.query.at(file.path, index));
  return [...items.values()];
}

function itemIn(resolution: Resolution): Found | undefined {
  return resolution.type === "item" ? resolution.found : undefined;
}

function itemFor(name: Mention["text"], found: Found, from: Summary, project: Project, state: State): PreviewItem {
  const { query } = project;
  const { title, kind, base } = found.item;
  const status = statusOf(found);
  const phase = phaseOf(query, found);
  const time = timeframeOf(query, found);
  const isWork = !without.has(base);
  const shown = status !== undefined ? showStatus(status) : isWork ? state.tell(phaseWord(phase)) : "";
  const facts = [
    kindWord(query.config.schema, kind),
    time === undefined ? "" : showTimeframe(time),
    ownersOf(found)[0] ?? "",
  ];
  const tip = [title, ...facts.map(state.tell)].filter((word) => word !== "").join(" · ");
  const href = hrefOf(found, from, project);
  return { name, tip, status: shown, phase, ...(href === undefined ? {} : { href }) };
}

/** What nobody plans and does stands nowhere, unless somebody says so. */
const without: ReadonlySet<string> = new Set(["requirement", "audience", "insight", "kpi"]);

/** The way from the document: its file, and in it the line of what is no document by itself. */
function hrefOf({ file, item }: Found, from: Summary, project: Project): string | undefined {
  const places = project.places(file.path);
  const line = item.site === "document" || places === undefined ? 0 : placeRange(places, item.entry).start.line;
  // Who reads the document itself is there already.
  if (file.path === from.path) return undefined;
  const path = relativePath(dirname(from.path), file.path).split("/").map(encodeURIComponent).join("/");
  return line === 0 ? path : `${path}#L${line + 1}`;
}
