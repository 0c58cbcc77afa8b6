import assert from "node:assert/strict";
import { allForms, formsIn } from "../../../scripts/generate/forms.ts";
import { pseudo } from "../../../server/src/base/pseudo.ts";
import { allOf, anyOf, type Language, listed, plural, say, tell } from "../../../server/src/base/say.ts";
import { languageFor } from "../../../server/src/lsp/languages.ts";

describe("a sentence", () => {
  const name = say`${"Wallet"} (${"FEAT-1"})`;

  it("is said in English where nobody asks for another language", () => {
    assert.equal(String(say`${name} lands in ${2027}.`), "Wallet (FEAT-1) lands in 2027.");
    assert.equal(String(plural(1, "{0} day", "{0} days")), "1 day");
    assert.equal(String(plural(2, "{0} day after {1}", "{0} days after {1}", name)), "2 days after Wallet (FEAT-1)");
  });

  it("is said in the words and the order of a language, and what stands in it as well", () => {
    const forms: Readonly<Record<string, string>> = {
      "{0} needs {1}.": "{1} wird von {0} gebraucht.",
      "a goal": "ein Ziel",
      "{0} day|{0} days": "{0} Tag|{0} Tage",
    };
    const language: Language = { form: (form) => forms[form], plural: (count) => (count === 1 ? 0 : 1) };
    assert.equal(tell(say`${say`a goal`} needs ${name}.`, language), "Wallet (FEAT-1) wird von ein Ziel gebraucht.");
    assert.equal(tell(plural(1, "{0} day", "{0} days"), language), "1 Tag");
    assert.equal(tell(say`Nobody knows this.`, language), "Nobody knows this.");
  });

  it("leaves alone what somebody wrote, whatever signs it has", () => {
    assert.equal(String(say`“${"{0} | $& {1}"}” is ${"a|b"}`), "“{0} | $& {1}” is a|b");
    assert.equal(tell("a|b {0}", pseudo), "a|b {0}");
  });

  it("lists", () => {
    assert.equal(String(anyOf(["a", "b", "c"])), "a, b or c");
    assert.equal(String(allOf(["a", "b"])), "a and b");
    assert.deepEqual([listed([]), listed(["a"])].map(String), ["", "a"]);
  });
});

describe("the pseudo-locale", () => {
  it("changes every letter of ours and none of what somebody wrote, and is longer", () => {
    assert.equal(
      tell(say`${"Wallet"} has no ${say`goal`}: see \`type: prd\`.`, pseudo),
      "[Wallet ĥåš ñö [ĝöåļ··]: šéé `type: prd`.········]",
    );
    assert.equal(tell(plural(2, "{0} day", "{0} days"), pseudo), "[2 ďåýš··]");
  });
});

describe("the language of a locale", () => {
  const told = async (locale: string | undefined) => tell(say`Overdue`, await languageFor(locale));

  it("is German in every German-speaking country, and English where we have no other", async () => {
    for (const locale of ["de", "de-AT", "DE", "de_CH"]) assert.equal(await told(locale), "Überfällig");
    for (const locale of [undefined, "en", "en-GB", "fr", "", "den", "__proto__", "constructor"])
      assert.equal(await told(locale), "Overdue");
    assert.equal(await told("qps-ploc"), "[Öṽéŕďûé···]");
  });
});

describe("the forms in the sources", () => {
  it("are found in templates in templates, and beside numbers", () => {
    const source = `
      say\`a \${b(\`\${c}\`, { d: say\`e \${f}\` })} \\\`g\\\`\`;
      plural(items.filter(({ a }) => a === ",").length, "{0} h", "{0} hs", x);
      // say\`nothing\`
    `;
    assert.deepEqual([...formsIn(source)].sort(), ["a {0} `g`", "e {0}", "{0} h|{0} hs"]);
  });

  it("have parts only where a number chooses", () => {
    assert.throws(() => formsIn("say`a|b`"), /goes by a number/);
    assert.ok(allForms().some((form) => form.includes("|")));
  });
});
