import { say, tell } from "../../base/say.ts";
import { kindWord } from "../../model/kind-words.ts";
import type { SchemaKind } from "../../model/schema.ts";
import type { Summary } from "../../model/summary.ts";
import type { Asker } from "./asker.ts";
import type { BodyLine } from "./body-line.ts";
import type { BodyPlace } from "./body-place.ts";
import type { Candidate, Offer } from "./candidate.ts";
import { itemCandidates } from "./item-candidates.ts";
import { freeId, newIdWords } from "./new-item.ts";

type IdPlace = Extract<BodyPlace, { readonly type: "id" }>;

/** Ids behind a prefix that is ours; where something new may begin with one, the next free id comes first. */
export function idOffer(place: IdPlace, line: BodyLine, asker: Asker): Offer | undefined {
  const { project, path } = asker;
  const { query } = project;
  const { typed, span } = place;
  const file = project.summary(path)!;
  const dash = typed.indexOf("-");
  const prefixes = [...query.config.schema.prefixes].filter(([prefix]) =>
    dash < 0 ? prefix.startsWith(typed) : prefix === typed.slice(0, dash),
  );
  // One capital letter begins many a sentence.
  if (prefixes.length === 0 || (dash < 0 && typed.length < 2 && place.starts === undefined)) return undefined;
  const fresh = prefixes.flatMap(([prefix, kind]) => newId(place, line, prefix, kind, asker) ?? []);
  const local = prefixes.filter(([, kind]) => kind.base === "requirement");
  const others = prefixes.filter(([, kind]) => kind.base !== "requirement");
  const items =
    others.length === 0
      ? { candidates: [], isCut: false }
      : itemCandidates({ kinds: others.map(([, { name }]) => name), typed, except: new Set() }, query);
  const requirements = requirementsOf(file).filter(({ label }) =>
    local.some(([prefix]) => label.startsWith(`${prefix}-`)),
  );
  const existing = items.candidates.filter(({ label }) => others.some(([prefix]) => label.startsWith(`${prefix}-`)));
  return {
    ...{ candidates: [...fresh, ...requirements, ...existing], isCut: items.isCut, span, typed },
    about: { what: "item", document: path },
  };
}

function newId(
  { starts }: IdPlace,
  { behind }: BodyLine,
  prefix: string,
  kind: SchemaKind,
  asker: Asker,
): Candidate | undefined {
  if (starts === undefined || (starts.of !== "heading" && kind.base !== "requirement")) return undefined;
  const id = freeId(kind, asker, prefix);
  if (id === undefined) return undefined;
  const title = say`New ${kindWord(asker.project.config.schema, kind.name)}`;
  const isAlone = behind.replace(/^[-\d]*/, "").trim() === "";
  const { of, emphasis } = starts;
  const words = of === "heading" ? `: «${tell(title)}»` : `:${emphasis} «What must be true when this is done.»`;
  const text = isAlone ? (of === "row" ? `${emphasis} | «What must be true when this is done» |` : words) : "";
  return { label: id, title, ...newIdWords(id, text), type: "new" };
}

/** `PRD-1/FR-|`: the requirements of that document. */
export function requirementOffer(
  { typed, span, document }: Extract<BodyPlace, { readonly type: "requirement" }>,
  { project }: Asker,
): Offer | undefined {
  const found = project.query.definition(document);
  if (found === undefined) return undefined;
  return { candidates: requirementsOf(found.file), span, typed, about: { what: "item", document: found.file.path } };
}

function requirementsOf({ items }: Summary): readonly Candidate[] {
  return items.flatMap(({ id, base, title, fields }): readonly Candidate[] => {
    if (base !== "requirement" || id === undefined) return [];
    const detail = fields.get("priority")?.values[0]?.text;
    const words = title === id ? {} : { title, filter: `${id} ${title}` };
    return [{ label: id, ...words, ...(detail === undefined ? {} : { detail }), type: "item" }];
  });
}
