import type { Config } from "../model/config.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import { identify, readPeople } from "../model/person.ts";
import { phaseOf } from "../model/phase.ts";
import { readTimeframe } from "../model/read-timeframe.ts";
import type { SchemaKind } from "../model/schema.ts";
import { showDay } from "../model/show-timeframe.ts";
import { plainMarkdown } from "../roadmap/markdown.ts";

/** What a field is for, what may stand there, and how else it is written. */
export function fieldWords({ name, says, values, aliases, to }: FieldDefinition, kind: SchemaKind): string {
  const lines = [
    values.length === 0 ? "" : `One of ${words(values)}.`,
    to.length === 0 ? "" : `Links to ${to.join(" or ")}.`,
    kind.required.includes(name) ? `Asked for on every ${kindName(kind)}.` : "",
    aliases.length === 0 ? "" : `Also written ${words(aliases)}.`,
  ];
  const facts = lines.filter((line) => line !== "").join("  \n");
  return [`**${name}**`, plainMarkdown(says), facts].filter((line) => line !== "").join("\n\n");
}

export function kindWords(kind: SchemaKind): string {
  const ids = kind.prefixes.length === 0 ? "" : `Ids look like ${words(kind.prefixes.map((prefix) => `${prefix}-1`))}.`;
  return [`**${plainMarkdown(kind.label)}**`, plainMarkdown(kind.says), ids].filter((line) => line !== "").join("\n\n");
}

/** What a word means to us, where that is more than the word: a status's phase, a time's days, a person's name. */
export function valueWords(field: FieldDefinition, kind: SchemaKind, text: string, config: Config): string {
  if (field.type === "status") {
    const phase = phaseOf(text, kind);
    return phase === undefined ? "" : `Counts as **${phase}**.`;
  }
  if (field.type === "timeframe") {
    const time = readTimeframe(text, config.calendar);
    if (time.kind !== "interval") return "";
    return time.start === time.end ? showDay(time.start) : `${showDay(time.start)} – ${showDay(time.end)}`;
  }
  const written = field.type === "person" ? readPeople(text)[0] : undefined;
  const person = written && identify(written, config.people).person;
  return person?.name === undefined ? "" : plainMarkdown(person.name);
}

function words(all: readonly string[]): string {
  return all.map((word) => `\`${word.replaceAll("`", "")}\``).join(", ");
}

function kindName({ label }: SchemaKind): string {
  return plainMarkdown(label === label.toUpperCase() ? label : label.toLowerCase());
}
