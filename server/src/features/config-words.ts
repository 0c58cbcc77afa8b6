import type { CompletionItem, Hover, Position } from "vscode-languageserver";
import { type Document, documentOffset, documentRange } from "../base/document.ts";
import { say } from "../base/say.ts";
import { defaultConfig } from "../model/config.ts";
import { completeConfig } from "../model/config-complete.ts";
import { explainConfig } from "../model/config-explain.ts";
import type { ConfigNames } from "../model/config-names.ts";
import { rules } from "../rules/all.ts";
import { pageOf } from "../rules/page.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { State } from "./feature.ts";

/** What can be written at a place of a `throughline.yaml`. */
export function configCompletions(state: State, document: Document, position: Position): CompletionItem[] {
  const { workspace, tell } = state;
  const found = completeConfig(document.text, documentOffset(document, position), namesFor(workspace, document.uri));
  if (found === undefined) return [];
  const range = documentRange(document, found.span);
  return found.candidates.map(({ label, insert, says, form }, index) => ({
    label,
    kind: kinds[form],
    sortText: String(index).padStart(5, "0"),
    textEdit: { range, newText: insert },
    // The line below is indented already.
    insertTextMode: asIs,
    ...(says === undefined ? {} : { documentation: { kind: "markdown", value: tell(says) } }),
  }));
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

const kinds = { key: 10, value: 12 } as const;
const asIs = 1;

function namesFor(workspace: Workspace, uri: string): ConfigNames {
  const project = workspace.projects().find(({ configUri }) => configUri === uri);
  return { rules, schema: (project?.config ?? defaultConfig).schema };
}
