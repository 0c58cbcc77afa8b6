import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { allForms } from "../../../scripts/generate/forms.ts";

type Texts = Readonly<Record<string, string>>;
const read = (path: string): Texts => JSON.parse(readFileSync(path, "utf8"));

/** What is said, where, in English and in German. */
const catalogues: readonly { readonly path: string; readonly english: Texts }[] = [
  { path: "l10n/server.de.json", english: Object.fromEntries(allForms().map((form) => [form, form])) },
  { path: "l10n/bundle.l10n.de.json", english: read("l10n/bundle.l10n.json") },
  { path: "package.nls.de.json", english: read("package.nls.json") },
];

describe("German", () => {
  for (const { path, english } of catalogues) {
    describe(path, () => {
      const german = read(path);

      it("says everything that is said, and nothing else", () => {
        const lacking = Object.keys(english).filter((key) => german[key] === undefined);
        assert.deepEqual(lacking, [], `these have no German in ${path}`);
        assert.deepEqual(
          Object.keys(german).filter((key) => english[key] === undefined),
          [],
          `nobody says these of ${path} any more`,
        );
      });

      it("has its values, its code and its links where English has them", () => {
        for (const [key, text] of Object.entries(german)) {
          for (const pattern of [/\{\d\}/g, /`[^`]*`/g, /\(command:[^)]*\)/g])
            assert.deepEqual(piecesOf(pattern, text), piecesOf(pattern, english[key] ?? ""), text);
          assert.equal(text.split("|").length, (english[key] ?? "").split("|").length, text);
          assert.equal(/^\s|\s$/.test(text), false, text);
        }
      });

      it("is German: its own quotes, and nobody is spoken to", () => {
        for (const text of Object.values(german)) {
          assert.doesNotMatch(text.replace(/„[^„“]*“/g, ""), /[„“”]/, text);
          // At the beginning of a sentence it may be "it" or "she", if the verb is one of those.
          assert.doesNotMatch(
            text,
            /(?<!^|[.!?:|]\s)\bSie\b|\bSie \p{L}+en\b|\bIhnen\b|(?<!^|[.!?:|]\s)\bIhre?[nmrs]?\b/mu,
            text,
          );
        }
      });
    });
  }
});

/** What a pattern finds, each once: a value may be said once where English says it twice. */
function piecesOf(pattern: RegExp, text: string): readonly string[] {
  return [...new Set(text.match(pattern) ?? [])].sort();
}
