import assert from "node:assert/strict";
import { suggestCommand } from "../../../server/src/protocol.ts";
import { root } from "../../check.ts";
import { checkCompletion, complete } from "../../check-completion.ts";

const kpi = (n: number, more = "") =>
  `//- kpis/${n}.md\n---\ntype: kpi\nid: KPI-${n}\ntitle: Figure ${n}\n${more}---\n`;
const prd = (block: string) => `//- prd.md\n---\ntype: prd\n${block}\n---\n`;
const item = (completionItem: object) => ({ client: { textDocument: { completion: { completionItem } } } });

describe("what a completion sends", () => {
  it("is the same text for every client, and the range once where it may stand once", () => {
    const plain = complete(`${prd("kpis: $0")}${kpi(1)}`);
    const completion = { completionList: { itemDefaults: ["editRange", "data", "insertTextMode"] } };
    const able = complete(`${prd("kpis: $0")}${kpi(1)}`, { client: { textDocument: { completion } } });
    assert.equal(able.accept("KPI-1"), plain.accept("KPI-1"));
    const at = { line: 2, character: 6 };
    assert.deepEqual(able.answer, {
      isIncomplete: false,
      itemDefaults: {
        editRange: { start: at, end: at },
        data: { uri: `${root}/prd.md`, about: { what: "item", document: "prd.md" } },
        insertTextMode: 1,
      },
      items: [
        { label: "KPI-1", kind: 18, sortText: "00000", filterText: "KPI-1 Figure 1", detail: "Figure 1 · draft" },
      ],
    });
    assert.match(able.words("KPI-1"), /^\*\*Figure 1\*\*/);
  });

  it("replaces the word under the cursor, or all of the value for who wants that", () => {
    const { accept } = complete(prd("status: in$0 progress # soon"), item({ insertReplaceSupport: true }));
    assert.match(accept("blocked", "insert"), /^status: blocked progress # soon$/m);
    assert.match(accept("blocked", "replace"), /^status: blocked # soon$/m);
    assert.match(complete(prd("status: i$0n-review")).accept("blocked"), /^status: blocked$/m);
  });

  it("keeps a key's colon, and writes the one that is missing", () => {
    checkCompletion(prd("st$0atus: draft"), ["status"], "---\ntype: prd\nstatus: draft\n---\n");
    checkCompletion(prd("st$0 draft"), ["status"], "---\ntype: prd\nstatus: draft\n---\n");
  });

  it("offers the name that we teach to who types another one", () => {
    checkCompletion(prd("due$0"), ["timeframe"], "---\ntype: prd\ntimeframe: \n---\n");
    assert.ok(!complete(prd("deadline: 2027\n$0")).labels.includes("timeframe"));
  });

  it("quotes what needs it, and not twice", () => {
    const people = '//- throughline.yaml\npeople: ["Li: Ana"]\n';
    checkCompletion(`${people}${prd("owner: $0")}`, ["Li: Ana"], '---\ntype: prd\nowner: "Li: Ana"\n---\n');
    checkCompletion(`${people}${prd('owner: "$0"')}`, ["Li: Ana"], '---\ntype: prd\nowner: "Li: Ana"\n---\n');
    checkCompletion(`${people}${prd("owner: [$0]")}`, ["Li: Ana"], '---\ntype: prd\nowner: ["Li: Ana"]\n---\n');
  });

  it("opens the next list where the client can, and something will be in it", () => {
    const options = { options: { commands: [suggestCommand] } };
    const { items } = complete(prd("$0"), options);
    const again = items.filter(({ command }) => command !== undefined).map(({ label }) => label);
    assert.ok(again.includes("status") && again.includes("timeframe"));
    assert.ok(!again.includes("title") && !again.includes("summary"));
    assert.ok(complete(prd("$0")).items.every(({ command }) => command === undefined));
  });

  it("sends words about an item only when somebody looks at it", () => {
    const { items, words } = complete(prd("$0"));
    assert.ok(items.every(({ documentation }) => documentation === undefined));
    assert.match(words("goals"), /The outcomes it works for\..*Asked for on every PRD/s);
    assert.match(complete(prd("timeframe: $0")).words("2027-Q1"), /1 January 2027 – 31 March 2027/);
    assert.match(complete("//- throughline.yaml\nstrict: true\n//- a.md\n---\n$0\n---\n").words("type"), /roadmap/);
    assert.match(complete(prd("type: $0").replace("type: prd\n", "") + kpi(1)).words("goal"), /outcome to reach/);
  });

  it("sends plain words to a client that draws no Markdown", () => {
    const { words } = complete(`${prd("kpis: $0")}${kpi(1)}`, item({ documentationFormat: ["plaintext"] }));
    assert.match(words("KPI-1"), /^Figure 1\nKPI · draft/);
  });
});

describe("very many items", () => {
  const many = Array.from({ length: 150 }, (_, at) => kpi(at + 1, at === 0 ? "status: dropped\n" : "")).join("");

  it("are cut, and picked by what is typed: by id, by title", () => {
    const all = complete(`${prd("kpis: $0")}${many}`);
    assert.deepEqual([all.answer?.isIncomplete, all.items.length], [true, 100]);
    assert.ok(!all.labels.includes("KPI-1"), "what was dropped comes last");
    const typed = complete(`${prd("kpis: KPI-14$0")}${many}`);
    assert.deepEqual(typed.labels.slice(0, 3), ["KPI-14", "KPI-140", "KPI-141"]);
    assert.deepEqual(complete(`${prd("kpis: figure 77$0")}${many}`).labels[0], "KPI-77");
    assert.equal(complete(`${prd("kpis: xyz$0")}${many}`).answer, null);
  });

  it("begin with those that the document speaks for", () => {
    const goal = "//- goal.md\n---\ntype: goal\nid: GOAL-1\nkpis: [KPI-120, KPI-130]\n---\n";
    const { labels } = complete(`${prd("goals: GOAL-1\nkpis: [KPI-130, $0]")}${goal}${many}`);
    assert.equal(labels[0], "KPI-120");
    assert.ok(!labels.includes("KPI-130"), "what stands there already is not offered again");
    const back = complete(
      `${prd("kpis: KPI-120\ngoals: $0")}//- z.md\n---\ntype: goal\nid: GOAL-0\n---\n${goal}${many}`,
    );
    assert.equal(back.labels[0], "GOAL-1");
  });
});

describe("what is offered in a list of items", () => {
  const snippets = item({ snippetSupport: true });

  it("is a whole new one, too, with the next free id", () => {
    const entry = complete(`${prd("kpis:\n  - $0\nowner: ana")}${kpi(4)}`, snippets).items.find(
      ({ label }) => label === "KPI-5",
    );
    assert.equal(
      entry?.textEdit?.newText,
      `id: KPI-5\n    title: \${1:What is counted}\n    baseline: \${2:tbd}\n    target: \${3:tbd}$0`,
    );
    assert.equal(entry?.insertTextFormat, 2);
  });

  it("is plain text for a client without tab stops", () => {
    const { accept } = complete(`${prd("kpis:\n  - $0\nowner: ana")}${kpi(4)}`);
    assert.equal(
      accept("KPI-5"),
      "---\ntype: prd\nkpis:\n  - id: KPI-5\n    title: What is counted\n    baseline: tbd\n    target: tbd\nowner: ana\n---\n",
    );
  });

  it("is the next free id behind `id:`, and in a requirement the next of its document", () => {
    checkCompletion(
      `${prd("id: $0")}//- b.md\n---\ntype: prd\nid: PRD-7\n---\n`,
      ["PRD-8"],
      "---\ntype: prd\nid: PRD-8\n---\n",
    );
    const { accept } = complete(prd("id: PRD-1\nrequirements:\n  - id: FR-1\n    title: Fast\n  - $0"));
    assert.match(accept("FR-2"), /^ {2}- id: FR-2\n {4}title: What must be true/m);
  });

  it("is a path for who begins to write one", () => {
    const block = prd("kpis: ../k$0").replace("prd.md", "prds/prd.md");
    checkCompletion(`${block}${kpi(4)}`, ["../kpis/4.md"], "---\ntype: prd\nkpis: ../kpis/4.md\n---\n");
  });
});

describe("a new line", () => {
  const context = { triggerKind: 2, triggerCharacter: "\n" } as const;

  it("offers what is asked for as long as something is", () => {
    assert.deepEqual(complete(prd("owner: ana\n$0"), { context }).labels, ["goals", "kpis", "timeframe"]);
    const whole = "owner: ana\ngoals: n/a\nkpis: n/a\ntimeframe: now\n$0";
    assert.deepEqual(complete(prd(whole), { context }).labels, []);
    assert.ok(complete(prd(whole)).labels.includes("status"), "who asks gets the others");
  });

  it("goes on with a list", () => {
    assert.equal(complete(`${prd("kpis:\n  - KPI-1\n  $0")}${kpi(1)}${kpi(2)}`, { context }).labels[0], "KPI-2");
  });
});
