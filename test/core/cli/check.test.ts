import assert from "node:assert/strict";
import { run } from "../../../server/src/cli/run.ts";
import type { Terminal } from "../../../server/src/cli/terminal.ts";
import { Ignored } from "../../../server/src/workspace/ignored.ts";

const PLAN = {
  "README.md": "# Tool\n",
  "plan/throughline.yaml": "rules: { missing-owner: off }\n",
  "plan/wallet.md": "---\ntype: feature\nid: FEAT-1\ntitle: Wallet\nstatus: dropped\n---\n",
};

describe("throughline check", () => {
  it("does not miss documents around a project that has its own", async () => {
    assert.deepEqual(await check(PLAN, "plan"), { code: 0, rules: [] });
    assert.deepEqual(await check(PLAN), { code: 0, rules: [] });
  });

  it("is never green about nothing", async () => {
    assert.deepEqual(await check({ "README.md": "# Tool\n" }), { code: 1, rules: ["no-specs"] });
    const { "plan/wallet.md": _, ...empty } = PLAN;
    assert.equal((await check(empty)).code, 1);
  });
});

/** Runs `throughline check` in a folder with these files. */
async function check(files: Readonly<Record<string, string>>, ...paths: readonly string[]) {
  const root = "file:///w";
  const uris = Object.keys(files).map((path) => `${root}/${path}`);
  const pathOf = (uri: string): string => uri.slice(root.length + 1);
  let out = "";
  const terminal: Terminal = {
    cwd: root,
    env: {},
    isInteractive: false,
    today: "2026-11-22",
    version: "0.0.0",
    host: {
      list: async () => ({ files: uris, others: [], complete: true, ignored: new Ignored(root) }),
      readMany: async (wanted) => wanted.map((uri) => files[pathOf(uri)]),
      atOnce: 100,
    },
    out: (text) => (out += text),
    err: (text) => assert.fail(text),
    uriOf: (path) => `${root}/${path}`,
    show: pathOf,
    exists: (uri) => uris.some((other) => other === uri || other.startsWith(`${uri}/`)),
    write: () => assert.fail("check writes nothing"),
    serve: async () => 0,
  };
  const code = await run(["check", ...paths, "--format", "json"], terminal);
  const { problems } = JSON.parse(out) as { problems: { rule: string }[] };
  return { code, rules: problems.map(({ rule }) => rule) };
}
