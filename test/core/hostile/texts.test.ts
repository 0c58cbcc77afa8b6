import assert from "node:assert/strict";
import type { Level } from "../../../server/src/model/level.ts";
import { Engine } from "../../../server/src/rules/engine.ts";

const root = "file:///w";
const head = "---\ntype: prd\nid: PRD-1\ntitle: Checkout\n";
const deep = 100_000;

function bomb(): string {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let at = 1; at < 12; at++)
    lines.push(
      `a${at}: &a${at} [${Array(9)
        .fill(`*a${at - 1}`)
        .join(", ")}]`,
    );
  return `${head}${lines.join("\n")}\ngoals: *a11\n---\n`;
}

/** Documents made to hang or to break a reader; of those that are broken, the rule that says so. */
const hostile: Readonly<Record<string, { readonly text: () => string; readonly says?: string }>> = {
  "YAML that repeats itself ten million times over": { text: bomb },
  "brackets in each other at the top": {
    text: () => `${head}goals: ${"[".repeat(deep)}${"]".repeat(deep)}\n---\n`,
    says: "frontmatter-unparsable",
  },
  "braces in each other at the top": { text: () => `${head}goals: ${"{a: ".repeat(deep)}${"}".repeat(deep)}\n---\n` },
  "dashes in each other at the top": {
    text: () => `${head}goals:\n${"- ".repeat(deep)}x\n---\n`,
    says: "frontmatter-unparsable",
  },
  "quotes in each other": { text: () => `${head}---\n${"> ".repeat(deep)}x\n` },
  "lists in each other": { text: () => `${head}---\n${"- ".repeat(deep)}x\n` },
  "ten thousand headings": { text: () => `${head}---\n${"## Why\n\n".repeat(10_000)}` },
  "hundreds of thousands of ids on one line": {
    text: () => `${head}---\n${Array.from({ length: 400_000 }, (_, at) => `KPI-${at}`).join(" ")}\n`,
    says: "document-too-long",
  },
  "a line of fifty million letters": { text: () => `${head}---\n${"a".repeat(50_000_000)}`, says: "document-too-long" },
  "a block at the top that never ends": {
    text: () => `${head}x: |\n${"  a line of it\n".repeat(400_000)}`,
    says: "document-too-long",
  },
  "NUL characters": { text: () => `${head}owner: \0\0\n---\n${"\0".repeat(100_000)}` },
  "bytes that are no text": {
    text: () => `${head}owner: ${Buffer.from([0xff, 0xfe, 0x80, 0xc3, 0x28, 0xf0]).toString()}\n---\n`,
  },
};

describe("a hostile document", () => {
  for (const [what, { text, says }] of Object.entries(hostile)) {
    it(`stays in the plan, is told of and disturbs no other: ${what}`, () => {
      const engine = new Engine({ today: "2026-11-22" });
      engine.apply([
        { type: "roots", uris: [root] },
        { type: "disk", uri: `${root}/hostile.md`, text: text() },
        { type: "disk", uri: `${root}/b.md`, text: "---\ntype: prd\nid: PRD-2\ntitle: Wallet\ngoals: GOAL-9\n---\n" },
      ]);
      const rules = engine.problems(`${root}/hostile.md`).map(({ rule }) => rule);
      if (says !== undefined) assert.ok(rules.includes(says), `${says} is among ${[...new Set(rules)].join(", ")}`);
      const [project] = engine.workspace.projects();
      assert.equal(project!.query.definition("PRD-1")?.item.title, "Checkout");
      assert.deepEqual(
        engine
          .problems(`${root}/b.md`)
          .map(({ rule }) => rule)
          .filter((rule) => rule === "unknown-reference"),
        ["unknown-reference"],
      );
    });
  }
});

describe("a document in which there is more wrong than anybody could read", () => {
  it("is told of up to ten thousand times by a rule and level, and how often it would be more", () => {
    const engine = new Engine({ today: "2026-11-22" });
    const many = "GOAL-9 ".repeat(15_000) + "[[GOAL-9]] ".repeat(12_000);
    engine.apply([
      { type: "roots", uris: [root] },
      { type: "disk", uri: `${root}/goal.md`, text: "---\ntype: goal\nid: GOAL-1\n---\n" },
      { type: "disk", uri: `${root}/hostile.md`, text: `${head}---\n${many}\n` },
    ]);
    const dead = engine.problems(`${root}/hostile.md`).filter(({ rule }) => rule === "unknown-reference");
    const [errors, warnings] = ["error", "warning"].map((of) => dead.filter(({ level }) => level === of));
    assert.deepEqual([errors!.length, warnings!.length], [10_001, 10_001]);
    const last = [...warnings!, ...errors!].map(({ message }) => String(message)).filter((text) => /^\d/.test(text));
    assert.deepEqual(
      last.map((text) => text.slice(0, text.indexOf(" of"))),
      ["5000 more findings", "2000 more findings"],
    );
  });

  it("keeps what fails a run, however many hints of the same rule about drafts come before it", () => {
    const drafts = Array.from({ length: 10_100 }, (_, at) => `## KPI-${at + 2}: Rate\n\n- status: draft\n\n`);
    const text = `${head}---\n${drafts.join("")}## KPI-1: Speed\n\n- status: active\n`;
    assert.deepEqual(withoutTarget(text, "warning"), ["Speed (KPI-1) has no target"]);
    assert.deepEqual(withoutTarget(text, "hint").slice(10_000), ["100 more findings of this kind"]);
  });

  it("keeps what no comment silences, however much that comments silence comes around it", () => {
    const silenced = (from: number) =>
      Array.from(
        { length: 5_050 },
        (_, at) =>
          `## KPI-${from + at}: Rate <!-- throughline-disable-line kpi-without-target: later -->\n\n- status: active\n\n`,
      ).join("");
    const speed = "## KPI-1: Speed\n\n- status: active\n\n";
    const engine = engineOver(`${head}---\n${silenced(2)}${silenced(6_000)}${speed}${silenced(12_000)}`);
    const problems = engine.problems(`${root}/hostile.md`);
    assert.deepEqual(
      problems.filter(({ rule }) => rule === "kpi-without-target").map(({ message }) => String(message).split(":")[0]),
      ["Speed (KPI-1) has no target"],
    );
    assert.deepEqual(
      problems.filter(({ rule }) => rule === "unused-suppression"),
      [],
    );
  });
});

function engineOver(text: string): Engine {
  const engine = new Engine({ today: "2026-11-22" });
  engine.apply([
    { type: "roots", uris: [root] },
    { type: "disk", uri: `${root}/hostile.md`, text },
  ]);
  return engine;
}

function withoutTarget(text: string, level: Level): readonly string[] {
  return engineOver(text)
    .problems(`${root}/hostile.md`)
    .filter((problem) => problem.rule === "kpi-without-target" && problem.level === level)
    .map(({ message }) => /^[^:.]*?(?=:| in this)/.exec(String(message))![0]);
}
