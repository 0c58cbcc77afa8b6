import type { CompletionItem, CompletionList, CompletionParams } from "vscode-languageserver";
import { documentOffset, documentRange } from "../base/document.ts";
import { say } from "../base/say.ts";
import { classify } from "../model/classify.ts";
import { canonicalName, type SchemaKind } from "../model/schema.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { yamlScalar } from "../syntax/yaml-quote.ts";
import type { Located } from "../workspace/workspace.ts";
import { type Candidate, fieldCandidates, kindCandidates, valueCandidates } from "./completion/candidates.ts";
import { type TypedPlace, typedPlace } from "./completion/place.ts";
import { configCompletions } from "./config-words.ts";
import type { Feature, State } from "./feature.ts";

/** Fields, statuses, people, kinds and links in the block at the top, however unfinished its lines are; keys and values of a configuration. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: [":", " ", "-", "[", ",", '"', "'"] } }),
  requests: { "textDocument/completion": (params: CompletionParams, state) => completeAt(params, state) },
};

function completeAt({ textDocument, position }: CompletionParams, state: State): CompletionList | null {
  const document = state.document(textDocument.uri);
  if (document !== undefined && state.workspace.isConfig(textDocument.uri)) {
    return { isIncomplete: false, items: configCompletions(state, document, position) };
  }
  const located = state.workspace.locate(textDocument.uri);
  if (document === undefined || located === undefined) return null;
  const frontmatter = readFrontmatter(document.text);
  const offset = documentOffset(document, position);
  const place = typedPlace(document.text, frontmatter, offset) ?? firstField(document.text, offset);
  if (place === undefined) return null;
  const candidates = candidatesAt(place, kindOf(located, frontmatter.map), located);
  if (candidates === undefined || candidates.length === 0) return null;
  const range = documentRange(document, place.span);
  const inRow = state.client.textDocument?.completion?.completionItem?.labelDetailsSupport === true;
  const items = candidates.map((candidate, index) => itemFor(candidate, index, place, range, inRow, state.tell));
  return { isIncomplete: false, items };
}

/** Below a first `---` that begins a block, or will: until a field stands there, it is a line across the page. */
function firstField(text: string, offset: number): TypedPlace | undefined {
  const typed = /^\uFEFF?---[ \t]*\r?\n(\w*)$/.exec(text.slice(0, offset))?.[1];
  if (typed === undefined || !/^[ \t]*(\r?\n|$)/.test(text.slice(offset))) return undefined;
  const span = { start: offset - typed.length, end: offset };
  return { type: "key", path: [], typed, span, siblings: [], glued: false };
}

/** What may stand at a place; undefined where the document is none of ours. */
function candidatesAt(
  place: TypedPlace,
  kind: SchemaKind | undefined,
  { project }: Located,
): readonly Candidate[] | undefined {
  const { query } = project;
  const [first] = place.path;
  const isAmongOurs = kind !== undefined || query.config.present || query.hasItems();
  if (place.type === "key" && kind === undefined && place.path.length === 0 && place.siblings.length === 0) {
    return isAmongOurs ? [typeCandidate] : undefined;
  }
  if (place.type === "value" && place.path.length === 1 && first === "type") {
    return isAmongOurs ? kindCandidates(query) : undefined;
  }
  if (kind === undefined) return undefined;
  const fields = place.type === "key" ? place.path : place.path.slice(0, -1);
  const around = fields.reduce<SchemaKind | undefined>(
    (outer, name) => innerKind(outer, name, project.config.schema.kinds),
    kind,
  );
  if (around === undefined) return undefined;
  if (place.type === "key") return fieldCandidates(around, [...place.siblings, "type"]);
  // A list below no key, `- ` on the first line say, belongs to no field.
  const field = place.path.at(-1);
  const definition = field === undefined ? undefined : around.fieldNames.get(canonicalName(field));
  return definition === undefined ? undefined : valueCandidates(definition, around, query);
}

/** A block without any field is nobody's yet: beside our documents it may become one of them. */
const typeCandidate: Candidate = {
  label: "type",
  insert: "type: ",
  documentation: say`What the document describes. With \`type: prd\` it stands in the roadmap.`,
  type: "field",
};

/** The kind that stands in a list of links. */
function innerKind(
  outer: SchemaKind | undefined,
  field: string,
  kinds: ReadonlyMap<string, SchemaKind>,
): SchemaKind | undefined {
  const definition = outer?.fieldNames.get(field);
  return definition?.type === "link" ? kinds.get(definition.to[0] ?? "") : undefined;
}

function kindOf({ project, path }: Located, map: Parameters<typeof classify>[1]): SchemaKind | undefined {
  const kind = classify(path, map, project.config);
  return kind.type === "spec" ? kind.kind : undefined;
}

const lspKinds = { field: 10, status: 20, person: 6, item: 18, value: 12, kind: 7 } as const;

function itemFor(
  { label, insert, detail, documentation, filter, type }: Candidate,
  index: number,
  place: TypedPlace,
  range: ReturnType<typeof documentRange>,
  inRow: boolean,
  tell: State["tell"],
): CompletionItem {
  const text = insert ?? yamlScalar(label);
  return {
    label,
    kind: lspKinds[type],
    // The order is part of the help: what is asked for stands first.
    sortText: String(index).padStart(5, "0"),
    filterText: filter ?? label,
    textEdit: { range, newText: place.glued ? ` ${text}` : text },
    ...(detail === undefined || detail === "" ? {} : besideLabel(tell(detail), inRow)),
    ...(documentation === undefined ? {} : { documentation: tell(documentation) }),
  };
}

/** A detail is shown for the chosen row alone; nobody knows goals by their ids, so each row says it where the editor can. */
function besideLabel(detail: string, inRow: boolean): Pick<CompletionItem, "detail" | "labelDetails"> {
  return inRow ? { labelDetails: { description: detail } } : { detail };
}
