import assert from "node:assert/strict";
import { runOver } from "../../cli.ts";

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
  const source = Object.entries(files).map(([path, text]) => `//- ${path}\n${text}`);
  const { code, out, err, written } = await runOver(source.join(""), "check", ...paths, "--format", "json");
  assert.equal(err, "");
  assert.equal(written.size, 0);
  const { problems } = JSON.parse(out) as { problems: { rule: string }[] };
  return { code, rules: problems.map(({ rule }) => rule) };
}
