import { anyOf, say, type Words } from "../base/say.ts";
import type { Config } from "../model/config.ts";
import { kindLabel, kindWord, oursOr } from "../model/kind-words.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import { identify, readPeople } from "../model/person.ts";
import { phaseOf, phaseWord } from "../model/phase.ts";
import { readTimeframe } from "../model/read-timeframe.ts";
import type { Schema, SchemaKind } from "../model/schema.ts";
import { showDay } from "../model/show-timeframe.ts";
import { plainMarkdown } from "../roadmap/markdown.ts";

/** What a field is for, what may stand there, and how else it is written. */
export function fieldWords(
  { name, says, values, aliases, to }: FieldDefinition,
  kind: SchemaKind,
  schema: Schema,
  tell: Tell,
): string {
  const lines = [
    values.length === 0 ? "" : tell(say`One of ${words(values)}.`),
    to.length === 0 ? "" : tell(say`Links to ${plainMarkdown(tell(anyOf(to.map((name) => kindWord(schema, name)))))}.`),
    kind.required.includes(name)
      ? tell(say`Asked for on every ${plainMarkdown(tell(kindWord(schema, kind.name)))}.`)
      : "",
    aliases.length === 0 ? "" : tell(say`Also written ${words(aliases)}.`),
  ];
  const facts = lines.filter((line) => line !== "").join("  \n");
  return [`**${name}**`, plainMarkdown(tell(oursOr(says))), facts].filter((line) => line !== "").join("\n\n");
}

export function kindWords(kind: SchemaKind, tell: Tell): string {
  const ids =
    kind.prefixes.length === 0 ? "" : tell(say`Ids look like ${words(kind.prefixes.map((prefix) => `${prefix}-1`))}.`);
  return [`**${plainMarkdown(tell(kindLabel(kind)))}**`, plainMarkdown(tell(oursOr(kind.says))), ids]
    .filter((line) => line !== "")
    .join("\n\n");
}

/** What a word means to us, where that is more than the word: a status's phase, a time's days, a person's name. */
export function valueWords(field: FieldDefinition, kind: SchemaKind, text: string, config: Config, tell: Tell): string {
  if (field.type === "status") {
    const phase = phaseOf(text, kind);
    return phase === undefined ? "" : tell(say`Counts as **${phaseWord(phase)}**.`);
  }
  if (field.type === "timeframe") {
    const time = readTimeframe(text, config.calendar);
    if (time.kind !== "interval") return "";
    return tell(time.start === time.end ? showDay(time.start) : say`${showDay(time.start)} – ${showDay(time.end)}`);
  }
  const written = field.type === "person" ? readPeople(text)[0] : undefined;
  const person = written && identify(written, config.people).person;
  return person?.name === undefined ? "" : plainMarkdown(person.name);
}

function words(all: readonly string[]): string {
  return all.map((word) => `\`${word.replaceAll("`", "")}\``).join(", ");
}

type Tell = (words: Words) => string;
