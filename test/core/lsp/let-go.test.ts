import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { CancellationToken } from "vscode-languageserver";
import { tallyOf } from "../../../server/src/features/fixes/tally.ts";
import { nothing } from "../../../server/src/lsp/findings.ts";
import { prepare } from "../../../server/src/lsp/prepare.ts";
import { Pull } from "../../../server/src/lsp/pull.ts";
import type { Summary } from "../../../server/src/model/summary.ts";
import { Engine } from "../../../server/src/rules/engine.ts";
import { wordTest } from "../../../server/src/workspace/where/words.ts";

const root = "file:///w";
const count = 200;

/** Of a document that is closed, the last few that somebody looked into stay unpacked. */
const atHand = 16;

describe("what documents said before", () => {
  it("is let go of when a branch is switched, though nobody looks at the roadmap again", async () => {
    const { engine, become, held } = await lookedAt();
    become((at) => `Another ${at}`);
    assert.ok(engine.tidy(), "it says that what was looked up is gone");
    assert.ok((await held()) <= atHand, `${await held()} of ${count} documents are held as they were`);
  });

  it("is let go of when but the bodies of the documents change", async () => {
    const { engine, become, held } = await lookedAt();
    become(undefined, "See [[GOAL-1]].");
    engine.tidy();
    assert.ok((await held()) <= atHand, `${await held()} of ${count} documents are held as they were`);
  });

  const sections = (text: string): string =>
    Array.from({ length: 200 }, (_, at) => `## ${at} ${"why ".repeat(25)}\n\n${text}`).join("");

  for (const [who, body] of [
    ["those who keep only the names of the documents: a piece of a text keeps all of it", sections("It pays.\n\n")],
    ["those who show what was wrong in them", sections("")],
  ] as const) {
    it(`is let go of by ${who}`, async () => {
      const { become, held } = await lookedAt(body);
      await held();
      const before = process.memoryUsage().heapUsed;
      become(undefined, "It pays.");
      await held();
      const less = before - process.memoryUsage().heapUsed;
      assert.ok(less > 0.9 * count * sections("").length, `${less} bytes less`);
    });
  }

  it("is kept by those who looked it up while only a few documents change: nobody looks at all others again", async () => {
    const { engine, become } = await lookedAt();
    const about = () => engine.workspace.projects()[0]!.query.project;
    const before = about();
    become((at) => (at < count / 20 ? `Another ${at}` : `Part ${at}`));
    assert.ok(!engine.tidy());
    assert.equal(about(), before);
  });
});

describe("what the editor was told of documents", () => {
  it("is let go of once it was told that they are gone", async () => {
    const [files, length] = [5_000, 1_000];
    const told: string[] = [];
    let branch = 0;
    const pathsOf = (of: number) =>
      Array.from({ length: files }, (_, at) => `file:///${of}/${"deep/".repeat(length / 5)}${at}.md`);
    const diagnostics = [{ message: "", range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } }];
    const pull = new Pull({
      report: (uri) => (uri.startsWith(`file:///${branch}/`) ? { id: "1", diagnostics } : nothing),
      reportable: () => pathsOf(branch),
      changes: () => branch,
      version: () => undefined,
      scanned: () => Promise.resolve(),
      refresh: undefined,
      stream: (_, items) => void told.push(`${items.filter(({ kind }) => kind === "full").length}`),
    });
    const held = async (): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    void pull.workspace({ previousResultIds: [], partialResultToken: "parts" }, CancellationToken.None);
    while (told.reduce((sum, many) => sum + Number(many), 0) < files)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const before = await held();
    for (let next = 1; next <= 5; next++) {
      branch = next;
      for (const of of [branch - 1, branch]) pull.settled(pathsOf(of));
    }
    assert.equal(told.slice(-2).join(), `${files},${files}`, "it is told who is gone, and who came");
    const more = (await held()) - before;
    assert.ok(more < files * length, `${more} bytes more`);
    pull.dispose();
  });
});

/** A workspace about which everything was asked, and how many of its documents are held as they were then. */
async function lookedAt(first = "It pays."): Promise<{
  readonly engine: Engine;
  readonly become: (title?: (at: number) => string, body?: string) => void;
  readonly held: () => Promise<number>;
}> {
  const engine = new Engine({ today: "2026-11-22" });
  const become = (title = (at: number) => `Part ${at}`, body = first): void => {
    for (let at = 0; at < count; at++)
      engine.apply([{ type: "disk", uri: `${root}/${pathOf(at)}`, text: text(at, title(at), body) }]);
    for (const uri of engine.reportable()) engine.problems(uri);
  };
  engine.apply([{ type: "roots", uris: [root] }]);
  become();
  await prepare(engine);
  const project = engine.workspace.projects()[0]!;
  for (const found of project.query.items()) wordTest("part", project.query)(found);
  tallyOf(project, pathOf(0));
  const before = Array.from({ length: count }, (_, at) => new WeakRef<Summary>(project.summary(pathOf(at))!));
  return {
    engine,
    become,
    held: async () => {
      const isHeld = (summary: WeakRef<Summary>): boolean => summary.deref() !== undefined;
      // Whatever was looked at in a turn stays until the next one, and what hangs on what has just gone is found then.
      for (let turns = 0; turns < 10 && before.some(isHeld); turns++) {
        await new Promise((resolve) => setImmediate(resolve));
        collectGarbage();
      }
      return before.filter(isHeld).length;
    },
  };
}

/** No short one: of these engines make copies anyway. */
function pathOf(at: number): string {
  return `documents/of-the-plan/part-${at}.md`;
}

/** Each needs the one before it: what one says is asked by another. */
function text(at: number, title: string, body: string): string {
  const links = at % 10 === 0 ? "type: goal" : `type: prd\ngoals: ID-${at - (at % 10)}\ndepends-on: ID-${at - 1}`;
  return `---\n${links}\nid: ID-${at}\ntitle: ${title}\nowner: ana\nstatus: active\n---\n# ${title}\n\n${body}\n\n- **FR-1:** It pays.\n`;
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}
