import { classify } from "../model/classify.ts";
import { usualStatuses } from "../model/phase.ts";
import { quartersFrom } from "../model/quarters.ts";
import type { SchemaKind } from "../model/schema.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { yamlScalar } from "../syntax/yaml-quote.ts";
import type { Query } from "../workspace/query.ts";
import { type NewPlace, type NewPlaceWish, newPlace } from "./new-place.ts";
import { asSnippet, asText, type Piece, piecesOf } from "./stops.ts";
import type { BuiltinTemplate } from "./templates.ts";

/** A document that does not exist yet. */
export interface Draft {
  /** Relative to the project's folder. */
  readonly path: string;
  readonly id: string | undefined;
  /** A draft that says what is still to come. */
  readonly text: string;
  /** The same with tab stops, as editors know them: `${1:text}`. */
  readonly snippet: string;
}

export interface NewDocumentWish extends NewPlaceWish {
  readonly owner?: string;
}

/** A new document with the next free id, where the others of its kind lie. What is not known yet is a tab stop. */
export function newDocument(query: Query, template: BuiltinTemplate, kind: SchemaKind, wish: NewDocumentWish): Draft {
  const place = newPlace(query, kind, wish);
  // Where KPIs have ids, a new document links to them; before there are any, it says in a table what it is measured by.
  const hasTable = template.body.includes(metrics);
  const hasKpis = hasTable && query.ofKinds(["kpi"]).some(({ item }) => item.id !== undefined);
  const names = fieldsOf(template, kind).filter((name) => name !== "kpis" || !hasTable || hasKpis);
  const fields = names.map((name): readonly Piece[] => [`${name}: `, stopFor(name, kind, query, wish.owner), "\n"]);
  const body = hasKpis ? template.body.replace(metricsSection, "") : template.body;
  const sections = kind.sections.filter(
    (title) => !body.includes(`\n## ${title}\n`) && !body.startsWith(`## ${title}\n`),
  );
  const below = [body, ...sections.map((title) => `## ${title}\n\n«What belongs here.»`)].filter((part) => part !== "");
  const draft = (opening: readonly string[]): readonly Piece[] => [
    `---\n${opening.map((line) => `${line}\n`).join("")}`,
    ...fields.flat(),
    // The heading is the title: said twice, one of the two would be out of date one day.
    `---\n\n# ${wish.title}\n`,
    ...below.flatMap((part) => ["\n", ...piecesOf(part), "\n"]),
  ];
  const pieces = withType(place, kind, query, draft);
  return { path: place.path, id: place.id, text: asText(pieces), snippet: asSnippet(pieces) };
}

/** What `match` looks for, and the `type` only where that alone would not tell the kind. */
function withType(
  { path, says }: NewPlace,
  kind: SchemaKind,
  { config }: Query,
  draft: (opening: readonly string[]) => readonly Piece[],
): readonly Piece[] {
  const id = says === undefined ? [] : [`${says[0]}: ${yamlScalar(says[1])}`];
  const when = [...kind.when].flatMap(([name, values]) =>
    name === "type" ? [] : `${name}: ${yamlScalar(values[0] ?? "")}`,
  );
  const plain = draft([...id, ...when]);
  const read = kind.match.length === 0 ? undefined : classify(path, readFrontmatter(asText(plain)).map, config);
  return read?.type === "spec" && read.kind.name === kind.name ? plain : draft([`type: ${kind.name}`, ...id, ...when]);
}

/** Those of the template, and those that the kind is asked for; what the body says is not said twice. */
function fieldsOf({ fields }: BuiltinTemplate, kind: SchemaKind): readonly string[] {
  const asked = kind.required.filter((name) => name !== "title" && name !== "id");
  return [...new Set([...fields, ...asked])].filter((name) => kind.fieldNames.has(name) || asked.includes(name));
}

function stopFor(name: string, kind: SchemaKind, { today, config }: Query, owner: string | undefined): Piece {
  const field = kind.fieldNames.get(name);
  switch (field?.name) {
    case "owner":
      return owner === undefined
        ? { says: "tbd", choices: ["tbd", ...config.people.map(({ handle }) => yamlScalar(handle))] }
        : { says: yamlScalar(owner) };
    case "status":
      return choiceOf(firstStatuses(kind));
    case "date":
      return { says: today };
    case "timeframe":
      return choiceOf(["tbd", ...quartersFrom(today, 5), "now", "next", "later"]);
    default:
      return choiceOf(["tbd", ...(field?.type === "enum" ? field.values : [])]);
  }
}

function choiceOf(choices: readonly string[]): Piece {
  return { says: choices[0]!, choices };
}

/** A word for a beginning first, then the team's own, or those that suit the kind. */
function firstStatuses(kind: SchemaKind): readonly string[] {
  const own = kind.ownStatuses.map(({ status }) => status);
  if (own.length === 0) return usualStatuses(kind.base);
  return [...new Set([kind.ownStatuses.find(({ phase }) => phase === "draft")?.status ?? "draft", ...own])];
}

const metrics = "\n## Success metrics\n";
const metricsSection = /## Success metrics\n[\s\S]*?\n\n(?=## )/;
