import assert from "node:assert/strict";
import { engineOver, root } from "../../check.ts";

/** What READMEs, changelogs and guides are made of, ids, dead links and dates included. */
const pieces: readonly string[] = [
  "# project-x\n\n[![build](https://img.example/b.svg)](https://ci.example) ![logo](docs/logo.png)\n",
  "## [1.4.0] - 2026-03-01\n\n### Fixed\n\n- FIX-12: crash on start (#123)\n- See FEAT-9 and GOAL-1\n\n[1.4.0]: compare/v1.3.0...v1.4.0\n",
  "## Table of contents\n\n- [Install](#instal)\n- [Usage](docs/usage.md#gone)\n- [[Home]]\n",
  "## Install\n\n```sh\nnpm install x # {{name}} TBD\n```\n\n1. Run it\n2. Done\n",
  "Status: beta\nOwner: someone\nTarget: 2027-13\n",
  "| Metric | Baseline | Target |\n|---|---|---|\n| Speed | 3 | 2 |\n\n| ID | Requirement |\n|---|---|\n| FR-1 | x |\n| FR-1 | y |\n",
  "- [ ] FR-1: first\n- [x] FR-1: again\n- **NFR-2:** third\n",
  "### FEAT-1: a heading\n\n### FEAT-1: the same again\n\n#### Empty\n\n#### Empty\n",
  "<details><summary>More</summary>\n\n<!-- throughline-disable-next-line overdue: nothing -->\n\nPRD-1/FR-2 TBD {{x}}\n\n</details>\n",
  "Licence\n=======\n\n> MIT\n\n***\n\n[x]: /Users/ana/x.md\n[a][x] [b](file:///c/x)\n",
];

function assertQuiet(files: Readonly<Record<string, string>>): void {
  const source = Object.entries(files).map(([path, text]) => `//- ${path}\n${text}`);
  const engine = engineOver(source.join(""));
  const [project] = engine.workspace.projects();
  assert.deepEqual(project!.query.items(), []);
  assert.equal(project!.paths().length, Object.keys(files).length, "every file was read");
  for (const path of Object.keys(files)) assert.deepEqual(engine.problems(`${root}/${path}`), [], path);
}

describe("nothing is said about", () => {
  it("twenty READMEs, changelogs and guides", () => {
    const files: Record<string, string> = {};
    const names = ["README", "CHANGELOG", "CONTRIBUTING", "docs/usage", "packages/a/README"];
    for (let n = 0; n < 20; n++) {
      // Each begins with another piece and holds more of them.
      const parts = pieces.map((_, at) => pieces[(at + n) % pieces.length]!).slice(0, 3 + (n % 8));
      files[`${names[n % 5]}${Math.floor(n / 5) || ""}.md`] = `${n % 2 === 0 ? "" : "\n"}${parts.join("\n")}`;
    }
    assert.equal(Object.keys(files).length, 20);
    assertQuiet(files);
  });

  it("a site whose posts say of what type they are", () => {
    assertQuiet({
      "content/_index.md": "---\ntitle: Home\ntype: page\nmenu: { main: { weight: 1 } }\n---\nWelcome.\n",
      "content/posts/a.md":
        "---\ntype: feature\ntitle: A feature story\ndate: 2026-01-01\ndraft: true\ntags: [a, b]\n---\n# A\n",
      "content/posts/b.md": "---\ntype: launch\ntitle: We launch\nstatus: whatever\nauthor: ana\n---\n",
      "content/posts/c.md":
        '---\ntype: posts\ntitle: Mine\ntarget: _blank\n---\n{{< figure src="x.png" >}} [gone](gone.md)\n',
      "content/posts/d.md": '+++\ntitle = "A TOML one"\ntype = "prd"\n+++\n',
      "content/posts/e.md": '---\nlayout: post\ntitle: "Colon: in it"\nbroken: [\n---\n',
    });
  });

  it("a vault of notes about features, goals and decisions", () => {
    assertQuiet({
      "Goals/Run.md":
        "---\ntype: goal\ntags: [health]\nstatus: active\ndue: 2020-01-01\n---\n[[Nowhere]] and [[Run]]\n",
      "Goals/All.md": "---\ntype: goals\n---\n- [ ] Run\n",
      "Work/Login.md": "---\ntype: feature\naliases: [login]\ncreated: 2020-01-01\nowner: me\n---\n![[picture.png]]\n",
      "Work/Use X.md": "---\ntype: decision\ndate: 2026-13-45\nstatus: accepted\n---\n^block\n",
      "Work/Epic.md": "---\ntype: epic\nid: 12\n---\n",
      "People/Ana.md": "---\ntype: persona\nid: ana\n---\n",
      "Daily/2026-01-01.md": "---\ntype: metric\ntarget: 10\n---\nTBD {{date}}\n",
      "Ideas/prds.md": "---\ntype: prdd\n---\n",
      "Ideas/visions.md": "---\ntype: visions\nid: VIS-X\n---\n",
    });
  });
});
