import type { CompletionItem, MarkupContent } from "vscode-languageserver";
import { say } from "../../base/say.ts";
import { itemCard } from "../../roadmap/card.ts";
import { plainMarkdown } from "../../roadmap/markdown.ts";
import { childrenOf, textOf } from "../../workspace/plan.ts";
import type { Project } from "../../workspace/project.ts";
import { configWordsFor } from "../config-words.ts";
import type { State } from "../feature.ts";
import { fieldWords, kindWords, valueWords } from "../field-words.ts";
import type { ItemData } from "./answer.ts";

/** The words beside a chosen item, which are made only for the one that somebody looks at. */
export function resolveItem(item: CompletionItem, state: State): CompletionItem {
  const data = item.data as ItemData | undefined;
  if (data?.about === undefined || item.documentation !== undefined) return item;
  const value = wordsFor(item.label, data, state);
  if (value === "") return item;
  const formats = state.client.textDocument?.completion?.completionItem?.documentationFormat;
  const documentation: MarkupContent =
    formats === undefined || formats.includes("markdown")
      ? { kind: "markdown", value }
      : { kind: "plaintext", value: withoutMarks(value) };
  return { ...item, documentation };
}

function wordsFor(label: string, { uri, about }: ItemData, state: State): string {
  if (about.what === "config") return configWordsFor(state, uri, about.path, label);
  const project = state.workspace.locate(uri)?.project;
  if (project === undefined) return "";
  const { kinds } = project.config.schema;
  switch (about.what) {
    case "field": {
      if (label === "type" && about.kind === "")
        return state.tell(say`What the document describes. With \`type: prd\` it stands in the roadmap.`);
      const kind = kinds.get(about.kind);
      const field = kind?.fieldNames.get(label);
      return kind === undefined || field === undefined
        ? ""
        : fieldWords(field, kind, project.config.schema, state.tell);
    }
    case "value": {
      const kind = kinds.get(about.kind);
      const field = kind?.fieldNames.get(about.field);
      return kind === undefined || field === undefined
        ? ""
        : valueWords(field, kind, label, project.config, state.tell);
    }
    case "kind": {
      const kind = kinds.get(label);
      return kind === undefined ? "" : kindWords(kind, state.tell);
    }
    case "item":
      return cardOf(label, about.document, project, state.tell);
    case "nothing":
      return "";
  }
}

function cardOf(key: string, path: string, project: Project, tell: State["tell"]): string {
  const { query } = project;
  const local = project.summary(path)?.items.findIndex(({ id, base }) => base === "requirement" && id === key) ?? -1;
  const found = local < 0 ? query.definition(key) : query.at(path, local);
  if (found === undefined) return "";
  const below = childrenOf(query, found, query.incoming(found));
  const summary = textOf(found, "summary");
  return itemCard(
    { query, found, edge: undefined, below, tell },
    summary === undefined ? [] : [plainMarkdown(summary)],
  );
}

function withoutMarks(markdown: string): string {
  return markdown
    .replace(/(?<!\\)(\*\*|`)/g, "")
    .replace(/ {2}$/gm, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
