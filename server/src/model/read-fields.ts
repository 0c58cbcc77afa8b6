import { say } from "../base/say.ts";
import { withoutSpare } from "../base/spare.ts";
import type { YamlEntry, YamlMap, YamlNode } from "../syntax/yaml-tree.ts";
import { isNotGiven, noneOnPurpose } from "./given.ts";
import { innerSpan } from "./inner-span.ts";
import type { FieldDefinition } from "./kinds.ts";
import { isGiven, isLeftOver, type Piece, pieces } from "./pieces.ts";
import { readNested } from "./read-nested.ts";
import { readTarget } from "./read-target.ts";
import type { DraftItem, Reading } from "./reading.ts";
import { canonicalName } from "./schema.ts";
import type { Entry, FieldValue, LinkValue, Scalar } from "./summary.ts";

/** Takes the entries of a mapping into an item: what is a field of its kind, and the rest as extras. */
export function readFields(map: YamlMap, item: DraftItem, index: number, reading: Reading): void {
  for (const entry of map.entries) readEntry(entry, item, index, reading);
}

/** Takes one entry; the first of two that mean the same field counts, and the second is a finding. */
export function readEntry(entry: YamlEntry, item: DraftItem, index: number, reading: Reading): void {
  const written = entry.key.text.trim();
  const { fieldNames } = item.kind;
  const name = fieldNames.has(written) ? written : canonicalName(written);
  if (name === "" || name === "type" || entry.value === undefined) return;
  const definition = fieldNames.get(name);
  const key = reading.places.add(innerSpan(entry.key));
  if (definition === undefined) {
    item.extras.push({ name, text: flatText(entry.value), key });
    return;
  }
  const earlier = item.fields.get(definition.name);
  if (earlier !== undefined) {
    // Each tracker has its own key, and a document may well be in several: none takes the place of another.
    if (definition.type === "url" && !namesIn(earlier).includes(name)) {
      item.fields.set(definition.name, together(earlier, readValue(entry, definition, index, key, reading)));
    } else if (earlier.written !== entry.key.text.trim()) {
      // A name that is written the very same way twice is told of by the reader of the text.
      reading.flaws.push(sameField(entry.key.text, earlier, key));
    }
    return;
  }
  const value = readValue(entry, definition, index, key, reading);
  item.fields.set(definition.name, value);
  if (definition.name === "id" && value.state === "given") {
    item.id = value.values[0]?.text;
    item.entry = value.values[0]?.entry ?? item.entry;
  }
  if (definition.name === "title" && value.state === "given") {
    item.title = value.values[0]?.text;
    item.entry ??= value.values[0]?.entry;
  }
}

/** The value of a key as one field's, whoever wrote it: a line at the top, a cell, a line under a heading. */
function readValue(
  { key: keyNode, value: node }: YamlEntry,
  definition: FieldDefinition,
  index: number,
  key: Entry,
  reading: Reading,
): FieldValue {
  const isEmpty = node === undefined || (node.type === "scalar" && node.text.trim() === "");
  const entry = isEmpty ? key : reading.places.add(node.type === "scalar" ? innerSpan(node) : node.span);
  const said = keyNode.text.trim();
  // Most people write the name itself, and then all documents share one text.
  const name = said === definition.name ? definition.name : said;
  if (isEmpty) return fieldValue(name, key, entry, "not-given");
  if (definition.type === "measurements")
    return { ...fieldValue(name, key, entry, "given"), measurements: readMeasurements(node, reading) };
  if (node.type === "scalar" && !definition.many && definition.type !== "link") {
    // Most values are one text that means what it says.
    const text = node.text.trim();
    if (isGiven(text, definition) && !(definition.name === "title" && text.includes("TBD")))
      return fieldValue(name, key, entry, "given", [{ text, entry: reading.places.add(innerSpan(node)) }]);
  }
  const nodes = node.type === "list" ? node.items : [node];
  const scalars =
    node.type === "scalar"
      ? pieces(node, definition, reading)
      : nodes.flatMap((element) => (element.type === "scalar" ? pieces(element, definition, reading) : []));
  for (const { text, span } of scalars) {
    if (isLeftOver(text, definition) || (definition.name === "title" && /\bTBD\b/.test(text) && !isNotGiven(text)))
      reading.placeholders.push({ text, entry: reading.places.add(span) });
  }
  const misfit = misfitOf(node, definition);
  const given = scalars.filter(({ text }) => isGiven(text, definition));
  if (given.length === 0 && misfit === undefined && nodes.every(({ type }) => type !== "map")) {
    const reasons = scalars.flatMap(({ text }) => noneOnPurpose(text) ?? []);
    if (reasons.length === 0) return fieldValue(name, key, entry, "not-given");
    // A list splits at commas, a reason does not: `n/a: by law, until 2028`.
    const reason = node.type === "scalar" ? (noneOnPurpose(node.text) ?? reasons.join(", ")) : reasons.join(", ");
    return { ...fieldValue(name, key, entry, "none"), reason };
  }
  const values = given.map(({ text, span }) => ({ text, entry: reading.places.add(span) }));
  if (definition.type !== "link") return fieldValue(name, key, entry, "given", values, nothing, misfit);
  const links = readLinks(nodes, given, values, definition, index, reading);
  return fieldValue(name, key, entry, "given", values, links, misfit);
}

/** Values are many: each is made in one piece, and those that hold nothing share it. */
export function fieldValue(
  written: string,
  key: Entry,
  entry: Entry,
  state: FieldValue["state"],
  values: readonly Scalar[] = nothing,
  links: readonly LinkValue[] = nothing,
  misfit: FieldValue["misfit"] = undefined,
): FieldValue {
  return { written, key, entry, state, reason: "", misfit, values, links, measurements: nothing };
}

const nothing: readonly never[] = [];

/** In document order: what a string names, and what a mapping defines or refers to. */
function readLinks(
  nodes: readonly YamlNode[],
  given: readonly Piece[],
  values: readonly Scalar[],
  definition: FieldDefinition,
  index: number,
  reading: Reading,
): readonly LinkValue[] {
  const links: LinkValue[] = [];
  // Pieces come in the order of the nodes they are cut from, so that a list of any length is gone through once.
  let at = 0;
  for (const node of nodes) {
    if (node.type === "map") links.push(...readNested(node, definition, index, reading));
    for (let piece = given[at]; piece?.of === node; piece = given[++at]) {
      const target = readTarget(piece.text, reading.path, reading.schema);
      links.push({ text: piece.text, entry: values[at]!.entry, target, values: noValues });
    }
  }
  return withoutSpare(links);
}

const noValues: ReadonlyMap<string, Scalar> = new Map();

function misfitOf(node: YamlNode, definition: FieldDefinition): FieldValue["misfit"] {
  if (definition.type === "link") return undefined;
  if (node.type === "map" || (node.type === "list" && node.items.some(({ type }) => type !== "scalar"))) return "map";
  return node.type === "list" && !definition.many && node.items.length > 1 ? "list" : undefined;
}

/** `- { date: 2026-03-01, value: 2.1 % }`, or a mapping from dates to values. */
function readMeasurements(node: YamlNode, reading: Reading): FieldValue["measurements"] {
  const scalar = (value: YamlNode | undefined): Scalar | undefined =>
    value?.type === "scalar" ? { text: value.text.trim(), entry: reading.places.add(innerSpan(value)) } : undefined;
  const maps = node.type === "list" ? node.items : [node];
  return maps.flatMap((map) => {
    if (map.type !== "map") return [];
    const named = new Map(map.entries.map((entry) => [canonicalName(entry.key.text), entry.value]));
    const pairs =
      named.has("date") || named.has("value")
        ? [[scalar(named.get("date")), scalar(named.get("value"))]]
        : map.entries.map((entry) => [scalar(entry.key), scalar(entry.value)]);
    return pairs.flatMap(([date, value]) => (date === undefined || value === undefined ? [] : [{ date, value }]));
  });
}

/** Addresses under two names, which stay known: each tracker has its own. */
function together(a: FieldValue, b: FieldValue): FieldValue {
  const first = a.state === "given" ? a : b;
  const values = [...a.values, ...b.values];
  const under = [
    ...(a.under ?? a.values.map(() => canonicalName(a.written))),
    ...b.values.map(() => canonicalName(b.written)),
  ];
  return { ...first, values, misfit: a.misfit ?? b.misfit, under };
}

/** The names under which the values of a field stand. */
export function namesIn({ under = [], written }: FieldValue): readonly string[] {
  return [canonicalName(written), ...under];
}

function sameField(written: string, earlier: FieldValue, key: Entry) {
  return {
    rule: "duplicate-key",
    message: say`“${written}” and “${earlier.written}” are the same field: the first one counts. Take one of them out.`,
    recovered: true,
    entry: key,
  };
}

function flatText(node: YamlNode): string {
  if (node.type === "scalar") return node.text;
  if (node.type === "list") return node.items.map(flatText).join(", ");
  return node.entries.map(({ key, value }) => `${key.text}: ${value === undefined ? "" : flatText(value)}`).join(", ");
}
