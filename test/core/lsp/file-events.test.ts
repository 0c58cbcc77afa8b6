import assert from "node:assert/strict";
import fc from "fast-check";
import { Files } from "../../../server/src/lsp/files.ts";
import { Engine } from "../../../server/src/rules/engine.ts";
import type { Change } from "../../../server/src/workspace/change.ts";
import { type Heard, MovingDisk } from "../../moving-disk.ts";
import { configText, specText } from "../../random-specs.ts";
import { saidBy } from "../../world.ts";

/** `PROPERTY_RUNS=5000 npx mocha` looks longer. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 60);

const place = fc
  .constantFrom(
    ...["a.md", "b.md", "specs/c.md", "specs/deep/d.md", "inner/e.md", "inner/a.md", "specs", "specs/deep", "inner"],
    ...["throughline.yaml", "inner/throughline.yaml", "plan.png", "specs/plan.png", "specs/LICENSE", "moved"],
  )
  .map((path) => `file:///w/${path}`);
const ignoring = fc.constantFrom("specs/\n", "*.png\n", "a.md\n", "");
const roots = fc.constantFrom(
  ["file:///w"],
  ["file:///w", "file:///w/inner"],
  ["file:///w/inner"],
  ["file:///w/specs"],
);

const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("write" as const), uri: place, text: fc.oneof(specText, configText) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("remove" as const), uri: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("move" as const), uri: place, to: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("ignore" as const), text: ignoring }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("roots" as const), roots }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("hear" as const), some: fc.nat(5), from: fc.nat(20), twice: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const), turns: fc.nat(6) }) },
);

type Step = typeof event extends fc.Arbitrary<infer T> ? T : never;
const inner: Step = { do: "roots", roots: ["file:///w/inner"] };
const note: Step = { do: "write", uri: "file:///w/inner/a.md", text: "\n" };

/** What went wrong once. */
const found: [Step[]][] = [
  // A `.gitignore` around the folder says another thing.
  [[{ do: "ignore", text: "a.md\n" }, inner, { do: "wait", turns: 2 }, { do: "ignore", text: "specs/\n" }, note]],
  // The folder becomes a smaller one before it was heard that a file in it is left out now.
  [
    [
      { do: "write", uri: "file:///w/inner/throughline.yaml", text: "\n" },
      note,
      { do: "wait", turns: 6 },
      { do: "wait", turns: 6 },
      { do: "ignore", text: "a.md\n" },
      inner,
    ],
  ],
];

describe("files that come, change, move and go", () => {
  it("are known as they are in the end, whatever is heard of them in whatever order, early, late or twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 30 }), async (events) => {
        const disk = new MovingDisk();
        let now: readonly string[] = ["file:///w"];
        const engine = new Engine({ today: "2026-11-22" });
        const files = new Files({
          host: disk.host(turn),
          readings: "nowhere",
          workspace: engine.workspace,
          apply: (changes) => {
            const { wanted } = engine.apply(changes);
            if (wanted.length > 0) void files.read(wanted);
          },
          names: () => [],
          failed: (what, reason) => assert.fail(`${what}: ${String(reason)}`),
          quiet: 0,
        });
        void files.look(now, () => {});
        let unheard: Heard[] = [];
        for (const next of events) {
          if (next.do === "write" && !isFolderName(next.uri)) unheard.push(...disk.write(next.uri, next.text));
          else if (next.do === "remove") unheard.push(...disk.remove(next.uri));
          else if (next.do === "move" && isFolderName(next.uri) === isFolderName(next.to))
            unheard.push(...disk.move(next.uri, next.to));
          else if (next.do === "ignore") unheard.push(...disk.write("file:///w/.gitignore", next.text));
          else if (next.do === "roots") {
            now = next.roots;
            void files.look(now, () => {});
          } else if (next.do === "hear") {
            const at = unheard.length === 0 ? 0 : next.from % unheard.length;
            const some = unheard.slice(at, at + next.some);
            unheard = unheard.toSpliced(at, next.twice ? 0 : next.some);
            void files.watched(some);
          } else if (next.do === "wait") for (let left = next.turns; left > 0; left--) await turn();
        }
        void files.watched(unheard.toReversed());
        for (let left = 4; left > 0; left--) {
          await files.read([]);
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        await files.read([]);
        files.dispose();
        assert.deepEqual(saidBy(engine), saidBy(fromNothing(disk, now)));
      }),
      { numRuns, examples: found },
    );
  });
});

function fromNothing(disk: MovingDisk, roots: readonly string[]): Engine {
  const engine = new Engine({ today: "2026-11-22" });
  engine.apply([{ type: "roots", uris: roots }]);
  for (const root of roots) {
    const { files, others } = disk.list(
      root,
      [],
      roots.filter((other) => other !== root && other.startsWith(`${root}/`)),
    );
    engine.apply([
      { type: "others", uris: others, complete: true },
      ...files.map((uri): Change => ({ type: "disk", uri, text: disk.texts.get(uri)! })),
    ]);
  }
  return engine;
}

function isFolderName(uri: string): boolean {
  return /\/(?:specs|deep|inner|moved)$/.test(uri);
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
