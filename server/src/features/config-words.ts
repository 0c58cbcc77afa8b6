import type { Hover, Position } from "vscode-languageserver";
import { type Document, documentOffset, documentRange } from "../base/document.ts";
import { memo } from "../base/memo.ts";
import { say } from "../base/say.ts";
import { defaultConfig } from "../model/config.ts";
import { completeConfig } from "../model/config-complete.ts";
import { explainConfig } from "../model/config-explain.ts";
import type { ConfigNames } from "../model/config-names.ts";
import { configSays } from "../model/config-says.ts";
import { rules } from "../rules/all.ts";
import { pageOf } from "../rules/page.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Candidate, Offer } from "./completion/candidate.ts";
import type { State } from "./feature.ts";

/** What can be written at a place of a `throughline.yaml`. */
export function configOffer(workspace: Workspace, document: Document, position: Position): Offer | undefined {
  const found = completeConfig(document.text, documentOffset(document, position), namesFor(workspace, document.uri));
  if (found === undefined) return undefined;
  const candidates = found.candidates.map(
    ({ label, insert, form }): Candidate => ({ label, insert, type: form === "key" ? "field" : "value" }),
  );
  return { candidates, span: found.span, about: { what: "config", path: found.path } };
}

/** What a word that was offered below some keys of a `throughline.yaml` is for, as Markdown; empty where nobody says it. */
export function configWordsFor({ workspace, tell }: State, uri: string, path: readonly string[], word: string): string {
  const says = tell(configSays(path, word, namesFor(workspace, uri)) ?? "");
  const isRule = path.at(-1) === "rules" && rules.some(({ id }) => id === word);
  return isRule ? `${says}\n\n[${tell(say`More about ${word}`)}](${pageOf(word)})` : says;
}

/** What the word at a place of a `throughline.yaml` is for. */
export function configHover(state: State, document: Document, position: Position): Hover | undefined {
  const { workspace, tell } = state;
  const found = explainConfig(document.text, documentOffset(document, position), namesFor(workspace, document.uri));
  if (found === undefined) return undefined;
  const more = found.rule === undefined ? "" : `\n\n[${tell(say`More about ${found.rule}`)}](${pageOf(found.rule)})`;
  return {
    range: documentRange(document, found.span),
    contents: { kind: "markdown", value: `${tell(found.says)}${more}` },
  };
}

function namesFor(workspace: Workspace, uri: string): ConfigNames {
  const project = workspace.projects().find(({ configUri }) => configUri === uri);
  return {
    rules,
    schema: (project?.config ?? defaultConfig).schema,
    folders: project === undefined ? [] : foldersIn(project.paths()),
  };
}

/** The folders that hold documents, down to the third, those with the most first. */
const foldersIn = memo((paths: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const parts = path.split("/").slice(0, -1);
    for (let depth = 1; depth <= Math.min(3, parts.length); depth++) {
      const folder = parts.slice(0, depth).join("/");
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted.slice(0, 100).map(([folder]) => folder);
});
