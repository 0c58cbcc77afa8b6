import type { FieldDefinition } from "../../model/kinds.ts";
import { canonicalName, type SchemaKind } from "../../model/schema.ts";
import type { Asker } from "./asker.ts";
import type { BodyLine } from "./body-line.ts";
import type { Candidate, Offer } from "./candidate.ts";
import { isAsked } from "./field-candidates.ts";
import { itemCandidates } from "./item-candidates.ts";
import { typedValue, valueSpans } from "./typed-value.ts";
import { wordCandidates } from "./word-candidates.ts";

/** `- **Owner:** ` and what stands behind it. */
const labelled = /^(\s*(?:[-*+]\s+)?)(\*\*|__)?(\p{L}[\p{L}\p{N} _-]{0,40}?)(?:\*\*|__)?\s*:(?:\*\*|__)?(\s*)/u;

/** Fields in the lines right below a heading that names an item, `Owner: |`, and their names; undefined anywhere else. */
export function labelOffers(line: BodyLine, asker: Asker): readonly Offer[] | undefined {
  const { before, behind, text, offset } = line;
  const written = labelled.exec(before);
  const name = /^(\s*(?:[-*+]\s+)?)(\*\*|__)?([\p{L}][\p{L} -]*)$/u.exec(before);
  if (written === null && (name === null || behind.trim() !== "")) return undefined;
  const above = linesAbove(line);
  const kind = above && kindOf(above.heading, asker);
  if (above === undefined || kind === undefined) return undefined;
  if (written !== null) {
    const field = kind.fieldNames.get(canonicalName(written[3]!));
    const value = field && typedValue(text, offset - before.length + written[0].length, offset);
    if (field === undefined || value === undefined) return undefined;
    const { word, whole } = valueSpans(text, offset, value);
    const space = written[4] === "" && value.typed === "" ? " " : "";
    const there = new Set(value.others.map((other) => other.toLowerCase()));
    return [
      { ...fieldValues(field, kind, value.typed, there, asker), span: word, whole, typed: value.typed, before: space },
    ];
  }
  const typed = name![3]!;
  const candidates = labels(kind, above.labels, typed, name![2] ?? above.emphasis, name![2] !== undefined);
  if (candidates.length === 0) return undefined;
  return [
    {
      candidates,
      span: { start: offset - typed.length, end: offset },
      typed,
      about: { what: "field", kind: kind.name },
    },
  ];
}

/** What may stand in a field outside the block at the top, where nothing is quoted. */
export function fieldValues(
  field: FieldDefinition,
  kind: SchemaKind,
  typed: string,
  except: ReadonlySet<string>,
  { project, path, found }: Asker,
): Pick<Offer, "candidates" | "isCut" | "about"> {
  const { query } = project;
  if (field.type === "link")
    return { ...itemCandidates({ kinds: field.to, typed, except }, query), about: { what: "item", document: path } };
  const candidates = wordCandidates(field, kind, query, found?.item).filter(
    ({ label }) => !except.has(label.toLowerCase()),
  );
  return { candidates, about: { what: "value", kind: kind.name, field: field.name } };
}

interface Above {
  readonly heading: string;
  /** The names of the fields in the lines between. */
  readonly labels: readonly string[];
  /** Around the names of those lines. */
  readonly emphasis: string;
}

/** The heading above, where nothing but such lines stands in between. */
export function linesAbove({ text, starts, line }: Pick<BodyLine, "text" | "starts" | "line">): Above | undefined {
  const labels: string[] = [];
  let emphasis = "";
  for (let at = line - 1; at >= 0 && at > line - mostLines; at--) {
    const written = text.slice(starts[at], starts[at + 1]).trimEnd();
    const heading = /^ {0,3}#{1,6} +(.*?)(?: +#+)?$/.exec(written)?.[1];
    if (heading !== undefined) return { heading, labels, emphasis };
    if (written === "" || written.startsWith("|")) continue;
    const match = labelled.exec(written);
    if (match === null) return undefined;
    labels.push(canonicalName(match[3]!));
    emphasis ||= match[2] ?? "";
  }
  return undefined;
}

const mostLines = 40;

/** The kind that the lines below a heading are about: the document's below its title, an item's below its id. */
export function kindOf(heading: string, { project, path, kind }: Asker): SchemaKind | undefined {
  const file = project.summary(path)!;
  const title = file.headings[0];
  if (title?.level === 1 && title.plain !== "" && heading.includes(title.plain)) return kind;
  const item = file.items.find(({ id, site }) => site === "heading" && id !== undefined && heading.startsWith(id));
  return item && project.config.schema.kinds.get(item.kind);
}

/** `Owner: `, as the other lines write it. */
function labels(
  kind: SchemaKind,
  written: readonly string[],
  typed: string,
  emphasis: string,
  isBegun: boolean,
): readonly Candidate[] {
  const there = new Set(written.map((name) => kind.fieldNames.get(name)?.name));
  const word = typed.toLowerCase();
  const fits = ({ name, aliases }: FieldDefinition): boolean =>
    [name, ...aliases].some((one) => one.replaceAll("-", " ").startsWith(word));
  const fields = kind.fields.filter((field) => !there.has(field.name) && !inBlockOnly.has(field.name) && fits(field));
  return [
    ...fields.filter(({ name }) => isAsked(kind, name)),
    ...fields.filter(({ name }) => !isAsked(kind, name)),
  ].map(({ name, aliases }): Candidate => {
    const label = name === "kpis" ? "KPIs" : `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
    const insert = `${isBegun ? "" : emphasis}${label}:${emphasis} `;
    return { label, insert, filter: [label, ...aliases].join(" "), goesOn: true, type: "field" };
  });
}

const inBlockOnly: ReadonlySet<string> = new Set(["id", "title", "aliases", "requirements", "measurements"]);
