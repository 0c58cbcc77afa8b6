import assert from "node:assert/strict";
import { wakes } from "../../../client/src/pure/wakes.ts";
import { builtinKinds } from "../../../server/src/model/kinds.ts";
import { serverTypes } from "../../../server/src/protocol.ts";

describe("what wakes the server", () => {
  const waking = {
    "one line": "---\ntype: prd\n---\n# Pay\n",
    "another name, another case": "---\nType: One Pager\n---\n",
    "a type further down, in quotes, with a comment": "---\ntitle: x\nowner: ana\ntype: 'KPI' # ours\n---\n",
    "Windows line endings and a byte order mark": "\uFEFF---\r\ntitle: x\r\ntype: goal\r\n---\r\n",
    "a block that is not closed yet": "---\ntype: feature",
    "a report": "# Plan\n\n<!-- throughline: roadmap -->\n<!-- /throughline -->\n",
    "PR/FAQ": "---\ntype: PR/FAQ\n---\n",
  };
  for (const [name, text] of Object.entries(waking)) it(name, () => assert.equal(wakes(text), true));

  const quiet = {
    "ordinary Markdown": "# Readme\n\ntype: prd\n",
    "a post": "---\ntitle: Hello\ntype: post\n---\n",
    "a type inside another key": "---\nmeta:\n  type: prd\n---\n",
    "a type below the block": "---\ntitle: x\n---\ntype: prd\n",
    "a report in the middle of a line": "# Plan\n\nWrite `<!-- throughline: roadmap -->` there.\n",
    "a rule that opens the document": "---\n\n# Title\n",
    "a type that only starts like ours": "---\ntype: prdd\n---\n",
    nothing: "",
  };
  for (const [name, text] of Object.entries(quiet)) it(`not ${name}`, () => assert.equal(wakes(text), false));

  it("knows every kind and every other name of it", () => {
    const names = builtinKinds.flatMap(({ name, synonyms }) => [name, ...synonyms]);
    assert.deepEqual([...serverTypes].sort(), [...names].sort());
  });

  it("does not read a large block to its end", () => {
    assert.equal(wakes(`---\n${"a: b\n".repeat(100_000)}type: prd\n---\n`), false);
  });
});
