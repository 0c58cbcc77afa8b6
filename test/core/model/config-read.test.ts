import assert from "node:assert/strict";
import fc from "fast-check";
import * as z from "zod/mini";
import { span } from "../../../server/src/base/span.ts";
import { defaultConfig } from "../../../server/src/model/config.ts";
import { readConfig } from "../../../server/src/model/config-read.ts";
import { configFile } from "../../../server/src/model/config-schema.ts";
import { walkConfig } from "../../../server/src/model/config-walk.ts";
import { readYaml } from "../../../server/src/syntax/yaml.ts";
import { checkConfig, ruleIds } from "./check-config.ts";

describe("throughline.yaml", () => {
  it("is read whole", () => {
    const { config, broken, patterns, teamRules } = checkConfig(`
      files: ["specs/**/*.md"]
      ignore: ["**/templates/**"]
      people: [ana, { handle: bo, name: Bo Li }, "@cy", "Di Wu <di@example.org>"]
      calendar: { fiscalYearStart: 2, horizonMonths: 18, reviewEveryDays: 90, releases: { Aurora: 2027-03-15 } }
      links: { jira: "https://tracker.example/browse/{key}" }
      strict: true
      views: { Next: { group: Owner, sort: rice, where: "owner:ana" }, All: { group: ownr, done: true } }
                                                                                     ^^^^ error config-invalid "Did you mean \`owner\`?"
      rice: { weights: { reach: 0, effort: 2 }, words: { effort: { S: 1, m: 3 }, impact: { High: 4 } } }
      templates: { note: ./notes/new.md, team: { file: templates, kind: brief, says: Ours. } }
      rules:
        missing-kpi: error
        stale-review: off
        missing-owner: { active: error, draft: information }
        stable-when-live: { kind: feature, when: { Status: live }, require: { dri: [ana, bo] }, message: "Ask Ana." }
      overrides:
        - { files: ["specs/2024/**"], rules: { missing-owner: off, stable-when-live: hint } }
    `);
    assert.equal(broken, false);
    const { schema, ...rest } = config;
    assert.deepEqual(rest, {
      files: ["specs/**/*.md"],
      ignore: ["**/templates/**", "notes/new.md", "templates/**"],
      templates: [
        { name: "note", path: "notes/new.md", form: "document", kind: undefined, says: undefined },
        { name: "team", path: "templates", form: "folder", kind: "prd", says: "Ours." },
      ],
      people: [
        { handle: "ana", name: undefined },
        { handle: "bo", name: "Bo Li" },
        { handle: "cy", name: undefined },
        { handle: "di", name: "Di Wu", email: "di@example.org" },
      ],
      peopleComplete: true,
      calendar: {
        fiscalYearStart: 2,
        horizonMonths: 18,
        reviewEveryDays: 90,
        releases: new Map([["Aurora", "2027-03-15"]]),
      },
      links: new Map([["jira", "https://tracker.example/browse/{key}"]]),
      strict: true,
      views: [
        { name: "Next", group: "owner", sort: "rice", where: "owner:ana", done: undefined },
        { name: "All", group: undefined, sort: undefined, where: undefined, done: true },
      ],
      rice: {
        weights: { reach: 0, impact: 1, confidence: 1, effort: 2 },
        words: {
          ...defaultConfig.rice.words,
          impact: new Map([...defaultConfig.rice.words.impact, ["high", 4]]),
          effort: new Map(Object.entries({ s: 1, m: 3 })),
        },
      },
      present: true,
      levels: new Map<string, unknown>([
        ["missing-kpi", "error"],
        ["stale-review", "off"],
        ["missing-owner", { active: "error", draft: "information" }],
      ]),
      overrides: [
        {
          files: ["specs/2024/**"],
          levels: new Map([
            ["missing-owner", "off"],
            ["stable-when-live", "hint"],
          ]),
        },
      ],
      teamRules: [
        {
          name: "stable-when-live",
          kind: "feature",
          when: new Map([["status", ["live"]]]),
          require: new Map([["owner", ["ana", "bo"]]]),
          message: "Ask Ana.",
          level: "warning",
        },
      ],
    });
    assert.deepEqual(schema, defaultConfig.schema);
    assert.deepEqual(
      patterns.map(({ use, pattern }) => `${use} ${pattern}`),
      [
        "files specs/**/*.md",
        "ignore **/templates/**",
        "override specs/2024/**",
        "template ./notes/new.md",
        "template templates",
      ],
    );
    assert.deepEqual([...teamRules.keys()], ["stable-when-live"]);
  });

  it("may be empty, and then says nothing", () => {
    for (const text of [
      "",
      "\n",
      "# later\n",
      "---\n",
      "\uFEFF# later\n---\n# more\n",
      "files:\nkinds:\n  feature:\n",
    ]) {
      const { config, problems, broken } = readConfig(text, ruleIds);
      assert.deepEqual(problems, [], JSON.stringify(text));
      assert.equal(broken, false);
      assert.deepEqual(config, { ...defaultConfig, present: true });
    }
  });

  it("is broken when nothing of it is a configuration", () => {
    for (const text of ["just a sentence", "- a\n- b\n", '"quoted"']) {
      const { config, problems, broken } = readConfig(text, ruleIds);
      assert.equal(broken, true, text);
      assert.deepEqual(
        problems.map(({ rule }) => rule),
        ["config-invalid"],
      );
      assert.deepEqual(config, { ...defaultConfig, present: true });
    }
  });

  it("ends where a second document begins, and starts behind the line that begins the first", () => {
    const { config, problems } = readConfig("\uFEFF# ours\n---\nfiles: a/*.md\n...\nfiles: [\n", ruleIds);
    assert.deepEqual([config.files, problems], [["a/*.md"], []]);
  });

  it("says what is wrong on its place, and the rest applies", () => {
    const { config } = checkConfig(`
      fils: [a]
      ^^^^ warning config-unknown-key "Did you mean \`files\`?"
      ignore: [../x, "specs\\\\a", "!y", "a/{b", ok/**]
               ^^^^ error config-invalid "stay in the project's folder"
                     ^^^^^^^^^^ error config-invalid "Separate folders by \`/\`."
                                 ^^^^ error config-invalid "under \`ignore\`"
                                       ^^^^^^ error config-invalid "A bracket is not closed."
      people: [ana, Ana, { name: Bo }, "", 3]
                    ^^^ error config-invalid "twice"
                         ^^^^^^^^^^^^ error config-invalid "\`handle\` is missing here."
                                       ^^ error config-invalid "Write a text."
      calendar:
        fiscalYearStart: 13
                         ^^ error config-invalid "1 to 12"
        horizonMonths: soon
                       ^^^^ error config-invalid "a number of months"
        reviewEveryDays: 30
        fiscal-year-start: 2
        ^^^^^^^^^^^^^^^^^ warning config-unknown-key "\`fiscalYearStart\`"
        releases: { Aurora: 2027-13-15, Borea: soon, Cirrus: 2027-Q1 }
                            ^^^^^^^^^^ error config-invalid "There is no month 13."
                                               ^^^^ error config-invalid "no date"
      links: { jira: "https://tracker.example/browse", linear: "https://linear.example/{key}" }
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error config-invalid "an address with \`{key}\`"
      strict: yes
              ^^^ error config-invalid "true or false"
      overrides:
        - { files: a/**, rules: { missing-ownr: off, missing-owner: loud, missing-kpi: off } }
                                  ^^^^^^^^^^^^ warning config-unknown-key "Did you mean \`missing-owner\`?"
                                                                    ^^^^ error config-invalid "error, warning"
        - { rules: { missing-owner: off } }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error config-invalid "\`files\` is missing here."
        - everything
          ^^^^^^^^^^ error config-invalid "\`files\` and \`rules\`"
        -
    `);
    assert.deepEqual(config.ignore, ["ok/**"]);
    assert.deepEqual(
      config.people.map(({ handle }) => handle),
      ["ana", "3"],
    );
    assert.deepEqual(config.calendar, {
      fiscalYearStart: 1,
      horizonMonths: undefined,
      reviewEveryDays: 30,
      releases: new Map([["Cirrus", "2027-Q1"]]),
    });
    assert.deepEqual([...config.links.keys()], ["linear"]);
    assert.equal(config.strict, false);
    assert.deepEqual(config.overrides, [{ files: ["a/**"], levels: new Map([["missing-kpi", "off"]]) }]);
  });

  it("knows the rules, and asks a team's own rules for what they need", () => {
    const { config } = checkConfig(`
      rules:
        missing-kpis: error
        ^^^^^^^^^^^^ warning config-unknown-key "Did you mean \`missing-kpi\`?"
        nothing-like-it: off
        ^^^^^^^^^^^^^^^ warning config-unknown-key "\`throughline rules\` lists them all"
        missing-owner: eror
                       ^^^^ error config-invalid "Did you mean \`error\`?"
        stale-review: { active: off }
        ^^^^^^^^^^^^ error config-invalid "\`draft\` is missing here."
        missing-kpi: { require: { owner: ana }, message: "Ask Ana." }
        ^^^^^^^^^^^ error config-invalid "another name"
        of-no-kind: { kind: feeture, require: { owner: ana }, message: m }
                            ^^^^^^^ error config-invalid "Did you mean \`feature\`?"
        of-no-field: { kind: goal, when: { statsu: live }, require: { ownr: ana }, message: m }
                                           ^^^^^^ error config-invalid "Goal has no field \`statsu\`."
                                                                      ^^^^ error config-invalid "Did you mean \`owner\`?"
        without-words: { require: { owner: ana } }
        ^^^^^^^^^^^^^ error config-invalid "\`message\` is missing here."
        without-value: { require: { owner: ana }, message: }
                                                  ^^^^^^^ error config-invalid "\`message\` has no value yet."
        a-list: [error]
        ^^^^^^ error config-invalid "A list cannot stand here."
        of-all-kinds: { when: { target: x }, require: { deadline: y }, message: m }
        by-synonym: { kind: objective, when: { LayOut: rfc }, require: { owner: ana }, message: m, level: error }
    `);
    assert.equal(config.levels.size, 0);
    assert.deepEqual(
      config.teamRules.map(({ name, kind, when, require, level }) => [
        name,
        kind,
        ...when.keys(),
        ...require.keys(),
        level,
      ]),
      [
        ["of-all-kinds", undefined, "target", "timeframe", "warning"],
        ["by-synonym", "goal", "lay-out", "owner", "error"],
      ],
    );
  });

  it("keeps the other keys while one is being typed", () => {
    const { config } = checkConfig(`
      fil
      ^^^ error config-invalid "colon"
      ignore: [a.md]
      people: [ana, bo
                     ^ error config-invalid "never closed"
      strict: true
    `);
    assert.deepEqual(
      [config.files, config.ignore, config.people.length, config.strict],
      [defaultConfig.files, ["a.md"], 2, true],
    );
  });

  it("takes one value for a list, and `replace` for the whole of it", () => {
    const { config } = readConfig(
      "files: a/*.md\nignore: { replace: b/** }\noverrides:\n  - files: c\n    rules: {}\n",
      [],
    );
    assert.deepEqual([config.files, config.ignore, config.overrides[0]?.files], [["a/*.md"], ["b/**"], ["c"]]);
  });

  it("never throws, and hands on only what the schema allows", () => {
    const word = fc.constantFrom(
      ...["files", "kinds", "rules", "people", "goal", "fields", "calendar", "overrides", "replace", "require", "when"],
      ...[
        "to",
        "extends",
        "inverse",
        "id",
        "file",
        "format",
        "message",
        "[",
        "]",
        "{",
        "}",
        ": ",
        "- ",
        ",",
        "\n",
        "\n  ",
      ],
      ...["\n    ", "'", '"', "x", "12", "off", "true", "{n}", "__proto__", "constructor", "#", "&a", "*a", "\t", "|"],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join("");
        const { problems } = readConfig(text, ruleIds);
        for (const { span } of problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        const { root } = readYaml(text, span(0, text.length));
        if (root?.type !== "map") return;
        const read = z.safeParse(configFile, walkConfig(root, configFile).value);
        assert.ok(read.success, JSON.stringify(read.error?.issues));
      }),
      { numRuns: 2000 },
    );
    assert.doesNotThrow(() => readConfig("{{{", ruleIds));
  });
});
