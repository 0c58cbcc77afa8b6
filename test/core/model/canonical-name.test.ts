import assert from "node:assert/strict";
import { defaultConfig } from "../../../server/src/model/config.ts";
import { readSpec } from "../../../server/src/model/read-spec.ts";
import { canonicalName } from "../../../server/src/model/schema.ts";

describe("the name of a field", () => {
  it("is one in every spelling", () => {
    for (const written of ["Target Release", "target_release", "targetRelease", "TARGET-RELEASE", "target--release"])
      assert.equal(canonicalName(written), "target-release");
    assert.deepEqual(["KPIs", "DRI", "GitHub", "GitHub Issue", "gitLab"].map(canonicalName), [
      "kpis",
      "dri",
      "github",
      "github-issue",
      "git-lab",
    ]);
  });

  it("is read of a product as it spells itself", () => {
    const text = "---\ntype: prd\nid: PRD-1\nGitHub: https://github.com/tilly/shop/issues/7\n---\n";
    const [item] = readSpec({ uri: "file:///a.md", text }, "a.md", defaultConfig).summary.items;
    assert.deepEqual(
      item?.fields.get("links")?.values.map((value) => value.text),
      ["https://github.com/tilly/shop/issues/7"],
    );
  });
});
