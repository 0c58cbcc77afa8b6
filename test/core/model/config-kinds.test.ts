import assert from "node:assert/strict";
import { readConfig } from "../../../server/src/model/config-read.ts";
import { phaseOf } from "../../../server/src/model/phase.ts";
import { isKind, type Schema } from "../../../server/src/model/schema.ts";
import { checkConfig, ruleIds } from "./check-config.ts";

describe("kinds in throughline.yaml", () => {
  it("that extend each other without end are told of, and the rest counts", () => {
    const chain = Array.from({ length: 5_000 }, (_, at) => `  k${at}: { extends: k${at + 1} }\n`).join("");
    const { config, problems } = readConfig(`kinds:\n${chain}people: [ana]\n`, ruleIds);
    assert.ok(problems.some(({ message }) => String(message).startsWith("More than 100 kinds extend each other")));
    assert.ok(config.schema.kinds.has("k4999"));
    assert.equal(config.people.length, 1);
  });

  it("change what comes with Throughline", () => {
    const { schema } = checkConfig(`
      kinds:
        feature:
          prefix: [F, FEAT]
          required: [dri, kpis, Security Review]
          fields: { owner: { aliases: [Captain] }, priority: { values: [high, low] }, milestone: { type: text } }
          status: { Building it: active, killed: dropped }
          match: features/*.md
          when: { Layout: [feature, epic] }
          sections: [Why]
          synonyms: story
          label: Story
        goal:
          prefix: { replace: [G] }
          fields: { owner: { aliases: { replace: [champion] } }, parent: { to: [vision] } }
    `).config;
    const feature = schema.kinds.get("feature")!;
    assert.deepEqual(
      [feature.prefixes, feature.required, feature.requiredBy],
      [["F", "FEAT"], ["owner", "kpis", "security-review"], "configuration"],
    );
    assert.equal(feature.fieldNames.get("captain"), feature.fieldNames.get("owner"));
    assert.equal(feature.fieldNames.get("dri"), feature.fieldNames.get("owner"));
    assert.deepEqual(
      [fieldOf(schema, "feature", "priority").type, fieldOf(schema, "feature", "priority").values],
      ["enum", ["high", "low"]],
    );
    assert.equal(fieldOf(schema, "feature", "milestone").name, "milestone");
    assert.ok(!fieldOf(schema, "feature", "timeframe").aliases.includes("milestone"));
    assert.deepEqual(
      ["building-it", "Killed", "shipped"].map((word) => phaseOf(word, feature)),
      ["active", "dropped", "done"],
    );
    assert.deepEqual([feature.match, feature.when], [["features/*.md"], new Map([["layout", ["feature", "epic"]]])]);
    assert.deepEqual([feature.sections, feature.label, feature.plural], [["Why"], "Story", "stories"]);
    assert.equal(schema.kindNames.get("story"), feature);
    const goal = schema.kinds.get("goal")!;
    assert.deepEqual([goal.prefixes, fieldOf(schema, "goal", "owner").aliases], [["G"], ["champion"]]);
    assert.equal(goal.fieldNames.get("dri"), undefined);
    assert.deepEqual(fieldOf(schema, "goal", "parent").to, ["vision", "goal"]);
    assert.equal(schema.prefixes.get("GOAL"), undefined);
    assert.equal(schema.kinds.get("kpi")!.fieldNames.get("captain"), undefined);
  });

  it("are a team's own, with their fields and the words that belong to all kinds", () => {
    const { schema } = checkConfig(`
      fields: { owner: { aliases: [captain] }, region: { type: text, many: true } }
      status: { parked: draft }
      kinds:
        note:
          extends: rfc
        rfc:
          extends: epic
          match: [rfcs/*.md]
          id: { field: rfc, file: "rfc-{n}.md", format: "RFC-{n}" }
          fields:
            see-also: { type: link }
            replaces: { to: [rfc] }
            superseded-by: { type: link, to: [rfc], many: false, inverse: replaces }
            stage: { values: [alpha, stable] }
    `).config;
    const rfc = schema.kinds.get("rfc")!;
    assert.deepEqual(
      [rfc.label, rfc.plural, rfc.prefixes, rfc.base, rfc.lineage],
      ["RFC", "RFCs", ["RFC"], "feature", ["rfc", "feature"]],
    );
    assert.deepEqual(rfc.idForm, { field: "rfc", file: "rfc-{n}.md", format: "RFC-{n}" });
    assert.equal(schema.prefixes.get("RFC"), rfc);
    assert.deepEqual(fieldOf(schema, "rfc", "see-also").to, [...schema.kinds.keys()]);
    assert.deepEqual(fieldOf(schema, "rfc", "see-also").edge, { name: "see-also", inverse: false });
    assert.deepEqual(fieldOf(schema, "rfc", "replaces").type, "link");
    assert.deepEqual(fieldOf(schema, "rfc", "superseded-by").edge, { name: "replaces", inverse: true });
    assert.deepEqual(
      [fieldOf(schema, "rfc", "superseded-by").many, fieldOf(schema, "rfc", "see-also").many],
      [false, true],
    );
    assert.equal(fieldOf(schema, "rfc", "stage").type, "enum");
    assert.deepEqual([rfc.required, rfc.requiredBy], [["owner", "goals", "kpis", "timeframe"], "builtin"]);

    const note = schema.kinds.get("note")!;
    assert.deepEqual(
      [note.label, note.plural, note.lineage, note.prefixes, note.match, note.idForm],
      ["Note", "notes", ["note", "rfc", "feature"], [], [], undefined],
    );
    assert.ok(
      isKind(schema, "note", ["rfc"]) && isKind(schema, "note", ["feature"]) && !isKind(schema, "rfc", ["note"]),
    );

    for (const kind of schema.kinds.values()) {
      assert.equal(kind.fieldNames.get("captain")?.name, "owner", kind.name);
      assert.equal(kind.fieldNames.get("region")?.many, true, kind.name);
      assert.equal(phaseOf("Parked", kind), "draft", kind.name);
    }
  });

  it("make ids of what stands in the file's name", () => {
    const format = (id: string, prefix = "") => {
      const { config, problems } = readConfig(`kinds: { rfc: { extends: feature, ${prefix} id: ${id} } }`, ruleIds);
      assert.deepEqual(problems, []);
      return config.schema.kinds.get("rfc")?.idForm?.format;
    };
    assert.equal(format('{ file: "rfc-{n}.md" }', "prefix: RFC,"), "RFC-{n}");
    assert.equal(format('{ file: "{n}-{slug}.md" }', "prefix: RFC,"), "RFC-{n}");
    assert.equal(format('{ file: "{n}-{slug}.md" }'), "{n}-{slug}");
    assert.equal(format('{ file: "{n}.md" }'), "{n}");
    assert.equal(format('{ file: "{slug}/README.md" }', "prefix: RFC,"), "{slug}");
    assert.equal(format("{ field: number }", "prefix: RFC,"), "RFC-{n}");
    assert.equal(format("{ field: number }"), undefined);
  });

  it("are read as far as they can be", () => {
    const { schema } = checkConfig(`
      fields: { ownr: { aliases: [captain] }, region: { type: person }, target: { aliases: [aim] } }
                ^^^^ warning config-unknown-key "Did you mean \`owner\`?"
      kinds:
        featur: { prefix: [X] }
        ^^^^^^ warning config-unknown-key "Did you mean \`feature\`?"
        epic: { prefix: [X] }
        ^^^^ error config-invalid "another word for feature"
        Foo: { extends: feature }
        ^^^ error config-invalid "small letters"
        a: { extends: b }
        b: { extends: a }
                      ^ error config-invalid "would extend itself"
        c: { extends: gaol }
                      ^^^^ error config-invalid "Did you mean \`goal\`?"
        tale:
        ^^^^ error config-invalid "\`extends: feature\`"
        kpi: { extends: goal }
               ^^^^^^^ error config-invalid "comes with Throughline"
        goal:
          prefix: [FEAT, "A B"]
                   ^^^^ error config-invalid "features already"
                         ^^^^^ error config-invalid "letters and digits"
          required: [ownr, kpis]
                     ^^^^ error config-invalid "Did you mean \`owner\`?"
          fields:
            due: { aliases: [when] }
            owner: { type: text, aliases: [team] }
                           ^^^^ error config-invalid "comes with Throughline with \`type: person\`"
                                           ^^^^ error config-invalid "a field already"
            weight: {}
            ^^^^^^ error config-invalid "\`type: text\`"
            colour: { type: enum }
            ^^^^^^ error config-invalid "under \`values\`"
            size: { type: text, to: [goal] }
                                ^^ error config-invalid "for fields with \`type: link\`"
            kpis: { inverse: goals, values: [a] }
                    ^^^^^^^ error config-invalid "cannot be given for kpis, which has \`type: link\`"
                                    ^^^^^^ error config-invalid "cannot be given for kpis, which has \`type: link\`"
          status: { building: activ, paused: dropped }
                              ^^^^^ error config-invalid "Did you mean \`active\`?"
          sections: { replace: [] }
        rfc:
          extends: feature
          id: { format: "RFC-{n}" }
          ^^ error config-invalid "where the id comes from"
          fields:
            see-also: { type: link, to: [rcf, goal] }
                                         ^^^ error config-invalid "Did you mean \`rfc\`?"
            sup: { type: link, to: [rfc], inverse: repl }
                                                   ^^^^ error config-invalid "has a link \`repl\`"
        spec-note:
          extends: prd
          prefix: RFC
          id: { file: "{slug}.md", format: "N-{n}" }
                                           ^^^^^^^ error config-invalid "does not stand in \`file\`"
        outside:
          extends: prd
          id: { file: "../notes/{slug}.md" }
                      ^^^^^^^^^^^^^^^^^^^^ error config-invalid "Documents stay in the project's folder"
        elsewhere:
          extends: prd
          id: { file: "/tmp/{slug}.md" }
                      ^^^^^^^^^^^^^^^^ error config-invalid "Documents stay in the project's folder"
        other-note:
          extends: prd
          prefix: RFC
                  ^^^ error config-invalid "spec notes already"
          id: { file: "{nn}.md" }
                      ^^^^^^^^^ error config-invalid "\`{n}\` or \`{slug}\`"
    `).config;
    assert.deepEqual(
      ["a", "b", "c", "tale"].map((name) => schema.kinds.get(name)?.base),
      ["feature", "feature", "goal", "feature"],
    );
    assert.deepEqual(
      ["featur", "epic", "Foo"].map((name) => schema.kinds.get(name)),
      [undefined, undefined, undefined],
    );
    const goal = schema.kinds.get("goal")!;
    assert.deepEqual([goal.prefixes, goal.required], [["GOAL"], ["kpis"]]);
    assert.equal(schema.prefixes.get("FEAT")?.name, "feature");
    assert.equal(goal.fieldNames.get("when")?.name, "timeframe");
    assert.equal(goal.fieldNames.get("team")?.name, "team");
    assert.equal(schema.kinds.get("kpi")!.fieldNames.get("aim")?.name, "target");
    assert.equal(phaseOf("paused", goal), "dropped");
    assert.deepEqual(fieldOf(schema, "rfc", "see-also").to, ["goal"]);
    assert.deepEqual(fieldOf(schema, "rfc", "sup").edge, { name: "sup", inverse: false });
    assert.equal(schema.kindNames.get("epic")?.name, "feature");
  });
});

function fieldOf(schema: Schema, kind: string, name: string) {
  const field = schema.kinds.get(kind)?.fieldNames.get(name);
  assert.ok(field, `${kind} has no field ${name}`);
  return field;
}
