import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../../../server/src/base/span.ts";
import { completeConfig } from "../../../server/src/model/config-complete.ts";
import { explainConfig } from "../../../server/src/model/config-explain.ts";
import { readConfig } from "../../../server/src/model/config-read.ts";
import { configSays } from "../../../server/src/model/config-says.ts";
import { checkText, dedent, parseFixture } from "../../fixture.ts";

const rules = [
  { id: "missing-kpi", title: "A goal or feature without a KPI" },
  { id: "missing-owner", title: "An item without an owner" },
];

describe("completion in throughline.yaml", () => {
  it("offers the keys that are not there yet", () => {
    assert.deepEqual(labels("$0"), [
      ...[
        "files",
        "ignore",
        "people",
        "calendar",
        "links",
        "fields",
        "status",
        "kinds",
        "templates",
        "rules",
        "overrides",
        "views",
        "rice",
        "strict",
      ],
    ]);
    assert.deepEqual(labels("fi$0\nignore: x\nstrict: true\n").slice(0, 3), ["files", "people", "calendar"]);
    assert.deepEqual(labels("ignore: x\n$0\nstrict: true\n").slice(0, 3), ["files", "people", "calendar"]);
    assert.deepEqual(labels("calendar:\n  $0\n"), ["fiscalYearStart", "horizonMonths", "reviewEveryDays", "releases"]);
    assert.deepEqual(labels("calendar:\n  horizonMonths: 3\n  $0\nstrict: true"), [
      ...["fiscalYearStart", "reviewEveryDays", "releases"],
    ]);
    assert.deepEqual(labels("calendar: { horizonMonths: 3, $0 }"), ["fiscalYearStart", "reviewEveryDays", "releases"]);
    assert.deepEqual(labels("people:\n  - $0"), ["handle", "name", "email"]);
    assert.deepEqual(labels("people:\n  - handle: ana\n    $0"), ["name", "email"]);
    assert.deepEqual(labels("overrides:\n  - $0"), ["files", "rules"]);
    assert.deepEqual(labels("---\n# ours\nkinds:\n  rfc:\n    fi$0\n").slice(0, 2), ["extends", "label"]);
  });

  it("offers the names that exist", () => {
    assert.deepEqual(labels("rules:\n  $0"), ["missing-kpi", "missing-owner"]);
    assert.deepEqual(labels("rules:\n  missing-kpi: off\n  m$0"), ["missing-owner"]);
    assert.deepEqual(labels("overrides:\n  - files: x\n    rules: { $0 }"), ["missing-kpi", "missing-owner"]);
    assert.ok(labels("kinds:\n  $0").includes("feature"));
    assert.ok(labels("kinds:\n  rfc:\n    extends: $0\n").includes("rfc"));
    assert.ok(labels("kinds:\n  rfc:\n    extends: feature\n    fields: { see: { to: [goal, $0] } }").includes("rfc"));
    assert.ok(
      labels("kinds:\n  rfc:\n    extends: feature\n    fields: { see: { to: { replace: [$0] } } }").includes("rfc"),
    );
    assert.ok(labels("kinds:\n  kpi:\n    required: [$0]").includes("baseline"));
    assert.ok(!labels("kinds:\n  goal:\n    required: [$0]").includes("baseline"));
    assert.ok(labels("kinds:\n  kpi:\n    fields:\n      $0").includes("baseline"));
    assert.ok(labels("rules:\n  mine:\n    when: { $0 }\n    message: m").includes("baseline"));
  });

  it("offers the values of a key", () => {
    assert.deepEqual(labels("strict: $0"), ["true", "false"]);
    assert.deepEqual(labels("rules:\n  missing-kpi: $0"), ["error", "warning", "information", "hint", "off"]);
    assert.deepEqual(labels("rules: { missing-kpi: { active: e$0 } }"), [
      "error",
      "warning",
      "information",
      "hint",
      "off",
    ]);
    assert.deepEqual(labels("status: { parked: $0 }"), ["draft", "active", "done", "dropped"]);
    assert.ok(labels("fields: { x: { type: $0 } }").includes("timeframe"));
    // A level, or the keys of a rule of one's own.
    assert.deepEqual(labels("rules:\n  mine:\n    $0"), [
      ...["active", "draft", "kind", "when", "require", "message", "level"],
      ...["error", "warning", "information", "hint", "off"],
    ]);
    assert.deepEqual(labels("rules:\n  mine:\n    message: m\n    $0"), ["kind", "when", "require", "level"]);
  });

  it("offers nothing where nothing is known", () => {
    for (const text of ["# $0", "files: a # $0", "people: [$0]", "nonsense:\n  $0", "strict: true $0 "]) {
      assert.deepEqual(labels(text), [], text);
    }
  });

  it("writes the colon, and the line below where keys follow", () => {
    checkText(accept("$0", "kinds"), "kinds:\n  ");
    checkText(accept("st$0: x", "strict"), "strict: x");
    checkText(accept("kinds:\n  feat$0ure\n", "feature"), "kinds:\n  feature:\n    \n");
    checkText(accept("overrides:\n  - $0", "rules"), "overrides:\n  - rules:\n      ");
    checkText(accept("overrides: [{ $0 }]", "rules"), "overrides: [{ rules:  }]");
    checkText(accept("rules:\n  missing-$0", "missing-kpi"), "rules:\n  missing-kpi: ");
    checkText(accept("rules: { missing-kpi: er$0ro }", "error"), "rules: { missing-kpi: error }");
  });

  it("offers the folders that hold documents as patterns, in the place of all that is typed", () => {
    assert.deepEqual(labels("files:\n  - $0"), ["specs/**/*.md", "specs/2026/**/*.md"]);
    assert.deepEqual(labels("kinds:\n  rfc:\n    match: [$0]"), ["specs/**/*.md", "specs/2026/**/*.md"]);
    assert.equal(accept("files: [specs/2$0]", "specs/2026/**/*.md"), "files: [specs/2026/**/*.md]");
    assert.equal(accept('ignore: "sp$0"', "specs/**"), 'ignore: "specs/**"');
  });

  it("knows what each of its words is for", () => {
    const says = (path: string, word: string) =>
      configSays(path === "" ? [] : path.split("/"), word, namesIn(""))?.toString();
    assert.match(says("", "files") ?? "", /^Patterns of the Markdown files/);
    assert.match(says("kinds/rfc", "extends") ?? "", /^For a kind of your own/);
    assert.match(says("kinds/rfc/fields/stage", "type") ?? "", /^What the field holds/);
    assert.match(says("overrides", "files") ?? "", /^The files it is about/);
    assert.equal(says("rules", "missing-kpi"), "A goal or feature without a KPI.");
    assert.equal(says("rules/missing-kpi", "off"), "Nothing is reported.");
    assert.equal(says("kinds/rfc/fields/stage/type", "enum"), "One of the words under `values`.");
    assert.equal(says("kinds/rfc/extends", "kpi"), "How success is measured.");
    assert.equal(says("kinds/rfc", "no-such-key"), undefined);
  });

  it("is quiet on any text, at any place", () => {
    const text = "kinds:\n  rfc: { extends: feature, match: [a/*.md] }\nrules:\n  missing-kpi: off\npeople:\n  - ana\n";
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(8), fc.nat(text.length), (from, length, offset) => {
        const cut = text.slice(0, from) + text.slice(from + length);
        const at = Math.min(offset, cut.length);
        const found = completeConfig(cut, at, namesIn(cut));
        assert.ok(found === undefined || (found.span.start <= at && at <= found.span.end));
        explainConfig(cut, at, namesIn(cut));
      }),
      { numRuns: 500 },
    );
  });
});

describe("hover in throughline.yaml", () => {
  it("says what a key, a kind, a field and a rule are for", () => {
    const text = `
      fil$0es: [a]
    `;
    assert.match(explain(text) ?? "", /^Patterns of the Markdown files/);
    assert.match(explain("files: [a$0]") ?? "", /^Patterns of the Markdown files/);
    assert.equal(explain("kinds:\n  kp$0i: {}"), "How success is measured.");
    assert.equal(explain("kinds:\n  rfc: { extends: kp$0i }"), "How success is measured.");
    assert.match(explain("kinds:\n  rfc: { exten$0ds: kpi }") ?? "", /^For a kind of your own/);
    assert.equal(
      explain("kinds:\n  rfc: { extends: kpi, says: A request. }\nrules:\n  x: { kind: r$0fc }"),
      "A request.",
    );
    assert.equal(
      explain("fields: { own$0er: { aliases: x } }"),
      "Who answers for it; the first name counts, more may follow.",
    );
    assert.equal(explain("rules: { missing-k$0pi: off }"), "A goal or feature without a KPI.");
    assert.match(explain("rules: { missing-kpi: { act$0ive: off, draft: off } }") ?? "", /while an item is active/);
    assert.equal(explain("fil$0s: [a]"), undefined);
    assert.equal(explain("files: [a]\n\n$0\n"), undefined);
  });
});

function namesIn(text: string) {
  return { rules, schema: readConfig(text, []).config.schema, folders: ["specs", "specs/2026"] };
}

function at(source: string): { readonly text: string; readonly offset: number } {
  const fixture = parseFixture(`//- throughline.yaml\n${dedent(source)}`);
  return { text: fixture.files.get("throughline.yaml")!, offset: fixture.cursor!.offset };
}

function labels(source: string): readonly string[] {
  const { text, offset } = at(source);
  return completeConfig(text, offset, namesIn(text))?.candidates.map(({ label }) => label) ?? [];
}

function accept(source: string, label: string): string {
  const { text, offset } = at(source);
  const found = completeConfig(text, offset, namesIn(text));
  const candidate = found?.candidates.find((one) => one.label === label);
  assert.ok(found && candidate, `${label} is not offered`);
  return applyEdits(text, [{ span: found.span, newText: candidate.insert }]);
}

function explain(source: string): string | undefined {
  const { text, offset } = at(source);
  const said = explainConfig(text, offset, namesIn(text))?.says;
  return said === undefined ? undefined : String(said);
}
