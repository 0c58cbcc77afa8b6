import { english, type Language } from "./say.ts";

/**
 * No language, and yet to be read: `[Ñö öŵñéŕ···]`. Who looks at a window in it sees at once which sentence is not
 * translated, which is put together from pieces, and which is cut off where words are longer than in English.
 */
export const pseudo: Language = { form: (form) => form.split("|").map(spoilt).join("|"), plural: english.plural };

function spoilt(form: string): string {
  const letters = form.replace(/\{\d\}/g, "").length;
  // Names of keys, addresses and the marks for values stay what they are.
  const text = form.replace(/`[^`]*`|\{\d\}|\bhttps?:\S*|[A-Za-z]/g, (part) =>
    part.length === 1 ? (accented[part] ?? part) : part,
  );
  return `[${text}${"·".repeat(Math.ceil(letters * 0.3))}]`;
}

const plainLetters = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz";
const accents = "ÅåßƀÇçÐďÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþɊɋŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž";
const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [...plainLetters].map((letter, at) => [letter, [...accents][at]!]),
);
