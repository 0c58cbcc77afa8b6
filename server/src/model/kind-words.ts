import { Phrase, say, type Words } from "../base/say.ts";
import { builtinKinds } from "./kinds.ts";
import type { Schema, SchemaKind } from "./schema.ts";

/** What a kind is called: "Goal", "PRD". */
export function kindLabel({ label }: Pick<SchemaKind, "label">): Words {
  return oursOr(label);
}

/** In a sentence: "goal", "PRD". */
export function kindWord({ kinds: known }: Schema, name: string): Words {
  return oursOr(inSentence(known.get(name)?.label ?? name));
}

/** "a goal", "an audience". */
export function aKind({ kinds: known }: Schema, name: string): Words {
  const word = inSentence(known.get(name)?.label ?? name);
  const ours = withArticle(word);
  if (texts.has(ours)) return new Phrase(ours);
  return startsOpen(word) ? say`an ${word}` : say`a ${word}`;
}

/** What a field is called in a menu: `depends-on` is "Depends on" to people. */
export function fieldTitle({ name }: { readonly name: string }): Words {
  return oursOr(titleOf(name));
}

function titleOf(name: string): string {
  return name === "kpis" ? "KPIs" : `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
}

/** What a table of ours says about a kind or a field, in the language of the person; a team's own text stays as it is. */
export function oursOr(text: string): Words {
  return texts.has(text) ? new Phrase(text) : text;
}

function inSentence(label: string): string {
  return label === label.toUpperCase() ? label : label.toLowerCase();
}

function withArticle(word: string): string {
  return `${startsOpen(word) ? "an" : "a"} ${word}`;
}

/** "an audience"; letters that are spelled begin with other sounds: "an RFC". */
function startsOpen(word: string): boolean {
  return word === word.toUpperCase() ? /^[AEFHILMNORSX]/.test(word) : /^[aeiou]/i.test(word);
}

/** Of a field that a team adds without a word about it. */
export const ownFieldSays = "A field of your team's own.";

const ofKinds = builtinKinds.flatMap(({ label, plural, says, fields }) => {
  const word = inSentence(label);
  return [
    ...[label, word, withArticle(word), plural, says],
    ...fields.flatMap((field) => [field.says, titleOf(field.name)]),
  ];
});

/** Everything that the tables say. */
export const kindForms: readonly string[] = [ownFieldSays, ...ofKinds];

const texts: ReadonlySet<string> = new Set(kindForms);
