import assert from "node:assert/strict";
import type { Elsewhere, Host } from "../../../server/src/host.ts";
import { Branches } from "../../../server/src/lsp/branches.ts";
import { engineOver } from "../../check.ts";
import { complete } from "../../check-completion.ts";

describe("ids on other branches, for whoever types", () => {
  const project = engineOver({
    source: "",
    files: new Map([["a.md", "---\ntype: prd\nid: PRD-1\n---\n"]]),
    expectations: [],
  }).workspace.projects()[0]!;
  const text = "---\ntype: feature\nid: FEAT-8\n---\n";

  it("are looked up once, and nobody waits for them", async () => {
    let asked = 0;
    let answer: (elsewhere: Elsewhere) => void = () => undefined;
    const elsewhere = () => {
      asked++;
      return new Promise<Elsewhere>((resolve) => {
        answer = resolve;
      });
    };
    const branches = new Branches({ elsewhere } as unknown as Host, () => undefined);
    assert.deepEqual(branches.known(project.root), []);
    assert.equal(asked, 0);
    assert.deepEqual([branches.knownSoFar(project), branches.knownSoFar(project)], [[], []]);
    assert.equal(asked, 1);
    answer({ state: {}, documents: [{ uri: `${project.root}/f.md`, text }] });
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(branches.knownSoFar(project).includes("FEAT-8"), String(branches.known(project.root)));
    assert.equal(asked, 1);
  });

  it("are looked up again a moment later, one look at a time", async () => {
    const asked: (Elsewhere["state"] | undefined)[] = [];
    let answer: (elsewhere: Elsewhere | undefined) => void = () => undefined;
    const elsewhere = (_: string, known: Elsewhere["state"] | undefined) => {
      asked.push(known);
      return new Promise<Elsewhere | undefined>((resolve) => {
        answer = resolve;
      });
    };
    const answered = async (elsewhere: Elsewhere | undefined) => {
      answer(elsewhere);
      await new Promise((resolve) => setImmediate(resolve));
    };
    const branches = new Branches({ elsewhere } as unknown as Host, () => undefined, 0);
    const state = {};
    branches.knownSoFar(project);
    branches.knownSoFar(project);
    assert.deepEqual(asked, [undefined]);
    await answered({ state, documents: [{ uri: `${project.root}/f.md`, text }] });
    assert.ok(branches.knownSoFar(project).includes("FEAT-8"));
    branches.knownSoFar(project);
    assert.deepEqual(asked, [undefined, state]);
    // Without a repository nothing is known, and it may become one.
    await answered(undefined);
    branches.knownSoFar(project);
    assert.equal(asked.length, 3);
  });

  it("are not offered for something new, once they are known", () => {
    const list = "---\ntype: prd\nid: PRD-1\nfeatures:\n  - $0\n---\n";
    assert.ok(complete(list).labels.includes("FEAT-1"));
    assert.ok(complete(list, { taken: ["FEAT-8", "KPI-2"] }).labels.includes("FEAT-9"));
    const id = "---\ntype: prd\nid: $0\n---\n";
    assert.deepEqual(complete(id, { taken: ["PRD-8"] }).labels, ["PRD-9"]);
    const heading = "---\ntype: prd\nid: PRD-1\n---\n# A\n\n## FEAT-$0\n";
    assert.ok(complete(heading, { taken: ["FEAT-8"] }).labels.includes("FEAT-9"));
    const section = "---\ntype: prd\nid: PRD-1\n---\n# A\n\nText.\n\nfeat$0\n";
    assert.ok(complete(section, { taken: ["FEAT-8"] }).labels.includes("FEAT-9"));
  });
});
