import assert from "node:assert/strict";
import { createRowTree, type RowNode } from "../../../client/src/pure/row-tree.ts";
import type { RoadmapChildren, RoadmapRow } from "../../../server/src/protocol.ts";

/** Rows by the id of the row above; "" is the top. A row is written `id`, or `id label`. */
type Plan = Record<string, readonly string[]>;

function treeOver(first: Plan) {
  const asked: string[] = [];
  const forgotten: string[] = [];
  const state = { plan: first };
  const tree = createRowTree({
    ask: async (id): Promise<RoadmapChildren> => {
      asked.push(id ?? "");
      const rows = (state.plan[id ?? ""] ?? []).map((text) => row(text, state.plan));
      return { rows, total: 0, shown: 0 };
    },
    onForget: (node) => forgotten.push(node.row.id),
  });
  const open = async (parent?: RowNode): Promise<RowNode[]> => {
    const nodes = await tree.children(parent);
    const below: RowNode[] = [];
    for (const node of nodes) if (node.row.children !== "none") below.push(...(await open(node)));
    return [...nodes, ...below];
  };
  const drawn = async (rows?: readonly string[]) => {
    asked.length = 0;
    const redraw = await tree.update(rows);
    return redraw === "all" ? "all" : redraw.map((node) => node.row.id).sort();
  };
  return { tree, state, asked, forgotten, open, drawn };
}

function row(text: string, plan: Plan): RoadmapRow {
  const [id = "", ...label] = text.split(" ");
  const children = plan[id] === undefined ? "none" : "expanded";
  return { id, label: label.join(" "), description: "", spoken: "", type: "item", icon: "circle", children };
}

const plan: Plan = { "": ["goal", "other"], goal: ["goal/pay", "goal/wallet"], "goal/pay": ["goal/pay/kpi"] };

describe("the rows of the roadmap", () => {
  it("draws nothing when nothing looks different", async () => {
    const { open, drawn } = treeOver(plan);
    await open();
    assert.deepEqual(await drawn(), []);
  });

  it("draws everything again after nobody has answered", async () => {
    const { open, drawn, state, tree } = treeOver(plan);
    await open();
    state.plan = {};
    Object.defineProperty(state.plan, "", {
      get: () => {
        throw new Error("The server has stopped");
      },
    });
    await assert.rejects(tree.children(undefined), /stopped/);
    state.plan = plan;
    assert.equal(await drawn(), "all");
  });

  it("draws one row when its words have changed, and keeps its node", async () => {
    const { open, drawn, state } = treeOver(plan);
    const before = (await open()).find((node) => node.row.id === "goal/wallet");
    state.plan = { ...plan, goal: ["goal/pay", "goal/wallet Wallet"] };
    assert.deepEqual(await drawn(), ["goal/wallet"]);
    assert.equal(before?.row.label, "Wallet");
  });

  it("draws a row with everything below it when there are others below it", async () => {
    const { open, drawn, state, forgotten } = treeOver(plan);
    await open();
    state.plan = { ...plan, goal: ["goal/wallet", "goal/pay"], "goal/pay": [] };
    assert.deepEqual(await drawn(), ["goal"]);
    state.plan = { ...plan, goal: ["goal/wallet"] };
    assert.deepEqual(await drawn(), ["goal"]);
    assert.deepEqual(forgotten, ["goal/pay", "goal/pay/kpi"]);
  });

  it("draws everything when the groups are others", async () => {
    const { open, drawn, state } = treeOver(plan);
    await open();
    state.plan = { ...plan, "": ["other", "goal"] };
    assert.equal(await drawn(), "all");
  });

  it("does not draw a row twice, below another that is drawn", async () => {
    const { open, drawn, state } = treeOver(plan);
    await open();
    state.plan = { ...plan, "": ["goal Goal", "other"], "goal/pay": ["goal/pay/kpi Speed"] };
    assert.deepEqual(await drawn(), ["goal"]);
  });

  it("asks only for what was asked for before", async () => {
    const { tree, drawn, asked } = treeOver(plan);
    await tree.children(undefined);
    await drawn();
    assert.deepEqual(asked, [""]);
  });

  it("asks only around the rows that are named", async () => {
    const { open, drawn, asked, state } = treeOver(plan);
    await open();
    state.plan = { ...plan, goal: ["goal/pay Pay", "goal/wallet"], "": ["goal Goal", "other"] };
    assert.deepEqual(await drawn(["goal/pay", "unknown"]), ["goal/pay"]);
    assert.deepEqual(asked, ["goal"]);
  });

  it("answers with what is wanted now when that has changed meanwhile", async () => {
    let answer = (_rows: readonly string[]) => {};
    const tree = createRowTree({
      ask: () =>
        new Promise((resolve) => {
          answer = (rows) => resolve({ rows: rows.map((id) => row(id, {})), total: 0, shown: 0 });
        }),
    });
    const answered = tree.children(undefined);
    const first = answer;
    tree.expire();
    first(["by-goal"]);
    await new Promise((resolve) => setImmediate(resolve));
    answer(["by-owner"]);
    assert.deepEqual(
      (await answered).map((node) => node.row.id),
      ["by-owner"],
    );
  });

  it("knows a row that the server has named by its path, also when it is asked for afterwards", async () => {
    const { tree } = treeOver(plan);
    const node = tree.adopt([row("goal", plan), row("goal/pay", plan)]);
    const goal = (await tree.children(undefined))[0];
    assert.equal(node?.parent, goal);
    assert.equal((await tree.children(goal))[0], node);
  });
});
