import { newDocumentFeature } from "../server/src/features/new-document.ts";
import {
  type NewChoice,
  type NewDocument,
  type NewDocumentParams,
  type NewRefusal,
  newChoices,
  newDocument,
} from "../server/src/write-protocol.ts";
import { root } from "./check.ts";
import { featureState } from "./feature-state.ts";

export type Asked = Partial<Omit<NewDocumentParams, "folder">> & {
  readonly folder?: string;
  readonly taken?: readonly string[];
};

export interface Made {
  readonly path: string;
  readonly text: string;
  readonly snippet: string;
}

/** What is made in a workspace; `folder` is a path in it. */
export function make(source: string, { taken, folder, ...asked }: Asked = {}): Made {
  const answer = ask(source, { taken, folder, ...asked });
  if ("refusal" in answer) throw new Error(answer.refusal);
  return { ...answer, path: decodeURI(answer.uri.slice(root.length + 1)) };
}

export function ask(source: string, { taken, folder, ...asked }: Asked): NewDocument | NewRefusal {
  const { state } = featureState(source, { taken });
  const params: NewDocumentParams = {
    ...{ template: "prd", title: "Split bills", ...asked },
    ...(folder === undefined ? {} : { folder: folder === "" ? root : `${root}/${folder}` }),
  };
  return newDocumentFeature.requests[newDocument]!(params as never, state, {} as never) as NewDocument | NewRefusal;
}

export function choicesIn(source: string): readonly NewChoice[] {
  return newDocumentFeature.requests[newChoices]!({} as never, featureState(source).state, {} as never) as NewChoice[];
}

/** The text of a new document when every tab stop keeps what it says. */
export function filled(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\$\{\d+(?::((?:\\.|[^{}\\])*))?\}/g, "$1")
    .replace("$0", "")
    .replace(/\\(.)/g, "$1");
}
