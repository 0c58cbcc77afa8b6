import { say, tell, type Words } from "../../base/say.ts";
import { plainMarkdown } from "../markdown.ts";
import type { PlanChange } from "./change.ts";
import { countChanges, tellChanges } from "./tell-changes.ts";

/** For an update mail or a comment: what changed under headings, `since` says from when on; in English unless told otherwise. */
export function changesMarkdown(
  changes: readonly PlanChange[],
  since: string,
  inWords: (words: Words) => string = (words) => tell(words),
): string {
  const said = (words: Words): string => plainMarkdown(inWords(words));
  if (changes.length === 0) return `${said(say`Nothing on the roadmap has changed since ${since}.`)}\n`;
  const parts = tellChanges(changes).map(({ heading, lines }) => {
    const rows = lines.map(({ change, what, so }) => {
      const { title, id, titled } = change.found.item;
      const name = `**${plainMarkdown(title)}**${id === undefined || !titled ? "" : ` (${plainMarkdown(id)})`}`;
      const behind = [said(what), ...so.map(said)].filter((part) => part !== "");
      return `- ${name}${behind.length === 0 ? "" : `: ${behind.join("; ")}`}`;
    });
    return `### ${said(heading)}\n\n${rows.join("\n")}`;
  });
  return `${[said(say`${countChanges(changes)} on the roadmap since ${since}.`), ...parts].join("\n\n")}\n`;
}
