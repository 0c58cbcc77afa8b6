import { deepEqual, equal } from "node:assert/strict";
import type { WorkspaceEdit } from "vscode-languageserver/node";
import type { EditAnswer, RoadmapChildren } from "../../server/src/protocol.ts";
import type { Client } from "./client.ts";
import { overEach, plan } from "./over-each.ts";

/** Labels of all rows below a row of the roadmap by status, indented. */
async function labels(client: Client, row?: string, depth = 0): Promise<readonly string[]> {
  const { rows } = await client.request<RoadmapChildren>("throughline/roadmap/children", { by: "status", row });
  const below = await Promise.all(
    rows.map(async ({ id, label, children }) => [
      `${"  ".repeat(depth)}${label}`,
      ...(children === "none" ? [] : await labels(client, id, depth + 1)),
    ]),
  );
  return below.flat();
}

overEach("our own requests", (start) => {
  it("show the roadmap live over unsaved text", async () => {
    const client = await start(plan);
    const has = async (label: string) => (await labels(client)).some((line) => line.trim() === label);
    equal(await has("One-tap pay"), true);
    client.open("FEAT-1.md");
    const heard = client.told("throughline/roadmap/changed").length;
    client.edit("FEAT-1.md", "No-tap pay", { start: { line: 9, character: 2 }, end: { line: 9, character: 13 } });
    deepEqual([await has("One-tap pay"), await has("No-tap pay")], [false, true]);
    await client.hears("throughline/roadmap/changed", () => true, heard);
    client.close("FEAT-1.md");
    await client.hears("throughline/roadmap/changed", () => true, heard + 1);
    equal(await has("One-tap pay"), true);
  });

  it("show no roadmap of half of the documents", async () => {
    const client = await start(plan, { early: true });
    const { rows } = await client.request<RoadmapChildren>("throughline/roadmap/children", { by: "status" });
    const { total } = await client.request<{ total: number }>("throughline/panel/rows", { by: "goal" });
    deepEqual([rows.length > 0, total], [true, 1]);
  });

  it("let others have their turns while an answer looks at thousands of items", async () => {
    const one = (at: number) =>
      `//- work/${at}.md\n---\ntype: feature\nid: FEAT-${at}\nowner: ana\ngoals: GOAL-1\n---\n# Part ${at}\n`;
    const client = await start(`${plan}${Array.from({ length: 1_500 }, (_, at) => one(at + 2)).join("")}`);
    const [slow, quick] = ["throughline/panel/trace", "throughline/isTracked"];
    let answered: string[] = [];
    const ask = async (what: string, about: object) => {
      await client.request(what, about);
      answered.push(what);
    };
    // Now and then the second question arrives when the first has been answered.
    for (let times = 0; times < 20 && answered[0] !== quick; times++) {
      answered = [];
      await Promise.all([ask(slow, {}), ask(quick, { uri: client.uri("FEAT-1.md") })]);
    }
    deepEqual(answered, [quick, slow]);
  });

  it("read a closed file again before they change it", async () => {
    const client = await start(plan);
    const edit = async () =>
      await client.request<WorkspaceEdit | EditAnswer>("throughline/setField", {
        item: "FEAT-1",
        field: "owner",
        values: ["bo"],
      });
    const written = JSON.stringify(await edit());
    deepEqual(
      [
        written.includes(client.uri("FEAT-1.md")),
        written.includes('"start":{"line":3,"character":7}'),
        written.includes('"bo"'),
      ],
      [true, true, true],
    );
  });

  it("complete what is typed, also where the client counts in bytes", async () => {
    const text = "---\ntype: feature\nid: FEAT-9\ntags: [ü, ö]\nstatus: \ngoals: [ü, GO]\n---\n# Überweisen\n";
    for (const positionEncodings of [["utf-16"], ["utf-8"]]) {
      const client = await start(`${plan}//- FEAT-9.md\n${text}`, { capabilities: { general: { positionEncodings } } });
      client.open("FEAT-9.md");
      const character = positionEncodings[0] === "utf-8" ? 14 : 13;
      const answer = await client.request<{ items?: readonly { label: string }[] }>("textDocument/completion", {
        textDocument: { uri: client.uri("FEAT-9.md") },
        position: { line: 5, character },
      });
      const items = answer.items ?? (answer as readonly { label: string }[]);
      equal(
        items.some(({ label }) => label.includes("GOAL-1")),
        true,
      );
      const edits = JSON.stringify(items);
      equal(edits.includes(`"end":{"line":5,"character":${character}}`), true);
    }
  });
});
