import { memo } from "./memo.ts";

/** What people read: a sentence of ours, or a text that stays as somebody wrote it. */
export type Words = string | Phrase;

/**
 * A sentence as data: its form, and what stands in it. So the core need not know which language somebody reads, and what
 * was found is kept without its words.
 */
export class Phrase {
  /** In English, `{0} has no owner.`, and what languages know it by; `{0} file|{0} files` goes by the number in front. */
  readonly form: string;
  readonly values: readonly Words[];

  constructor(form: string, values: readonly Words[] = []) {
    this.form = form;
    this.values = values;
  }

  /** In English, as programs and terminals get it. */
  toString(): string {
    return tell(this);
  }
}

/** How a language says our forms. */
export interface Language {
  /** Its own form, with the same marks in any order; undefined where it has none. */
  form(form: string): string | undefined;
  /** Which of a form's parts, which `|` parts, a number takes. */
  plural(count: number): number;
}

/**
 * A sentence, written where it is meant and said in another language later.
 *
 *     say`${nameOf(item)} has no owner: name the one who answers for it.`
 */
export function say(parts: TemplateStringsArray, ...values: readonly (Words | number)[]): Phrase {
  return new Phrase(formOf(parts), values.every(areWords) ? values : values.map(plain));
}

/**
 * Words that go by a number; further values are `{1}`, `{2}` in all of its parts.
 *
 *     plural(days, "{0} day late", "{0} days late")
 */
export function plural(count: number, one: string, other: string, ...values: readonly (Words | number)[]): Phrase {
  return new Phrase(`${one}|${other}`, [String(count), ...values.map(plain)]);
}

/** Texts, one behind the other, as a list in a sentence: "a, b or c". */
export function anyOf(words: readonly Words[]): Words {
  return joined(words, (before, last) => say`${before} or ${last}`);
}

/** "a, b and c". */
export function allOf(words: readonly Words[]): Words {
  return joined(words, (before, last) => say`${before} and ${last}`);
}

function joined(words: readonly Words[], end: (before: Words, last: Words) => Words): Words {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : end(listed(words.slice(0, -1)), last);
}

/** "a, b, c". */
export function listed(words: readonly Words[]): Words {
  const [first = "", ...others] = words;
  return others.reduce((before, next) => say`${before}, ${next}`, first);
}

/** What somebody reads, in English unless another language is given. */
export function tell(words: Words, language: Language = english): string {
  if (typeof words === "string") return words;
  const { values } = words;
  const forms = formsOf(words.form, language);
  const parts = forms[Math.min(forms.length - 1, forms.length === 1 ? 0 : language.plural(Number(values[0])))]!;
  let told = "";
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    const value = typeof part === "string" ? part : values[part];
    told += value === undefined ? `{${part}}` : tell(value, language);
  }
  return told;
}

/** A form in a language, by number: texts, and the places of the values between them. */
function formsOf(form: string, language: Language): readonly (readonly (string | number)[])[] {
  const known = toldIn(language);
  let forms = known.get(form);
  if (forms === undefined) {
    // Every second part is what stands in a mark.
    const partsOf = (text: string) => text.split(/\{(\d)\}/).map((part, at) => (at % 2 === 0 ? part : Number(part)));
    known.set(form, (forms = (language.form(form) ?? form).split("|").map(partsOf)));
  }
  return forms;
}

/** A list says the same sentence a thousand times; there are as many forms as the sources have. */
const toldIn = memo((_: Language) => new Map<string, readonly (readonly (string | number)[])[]>());

export const english: Language = { form: (form) => form, plural: (count) => (count === 1 ? 0 : 1) };

function areWords(value: Words | number): value is Words {
  return typeof value !== "number";
}

function plain(value: Words | number): Words {
  return typeof value === "number" ? String(value) : value;
}

/** Made once for each place in the sources. */
const formOf = memo((parts: TemplateStringsArray) =>
  parts.reduce((form, part, at) => (at === 0 ? part : `${form}{${at - 1}}${part}`), ""),
);
