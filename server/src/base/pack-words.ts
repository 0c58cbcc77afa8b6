import { Phrase, type Words } from "./say.ts";

/** A text as it is, a sentence as its form and what stands in it. */
export type PackedWords = string | PackedPhrase;
type PackedPhrase = readonly [form: string, ...values: PackedWords[]];

export function packWords(words: Words): PackedWords {
  return typeof words === "string" ? words : [words.form, ...words.values.map(packWords)];
}

/** `forms` holds each form once, however many sentences are made of it. */
export function unpackWords(packed: PackedWords, forms: Map<string, string>): Words {
  if (typeof packed === "string") return packed;
  const [written, ...values] = packed;
  const form = forms.get(written) ?? written;
  if (form === written) forms.set(form, form);
  return new Phrase(
    form,
    values.map((value) => unpackWords(value, forms)),
  );
}
