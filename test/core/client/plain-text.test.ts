import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plainLabel, plainMessage } from "../../../client/src/pure/plain-text.ts";

/** What VS Code makes links of in messages, questions and states, and icons of in lists. */
const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;
const icon = /(\\)?\$\([\w~-]+\)/g;

describe("what people wrote, in VS Code's messages and lists", () => {
  it("is no link that runs a command", () => {
    const evil = "[Show the details](command:workbench.action.quit)";
    assert.match(evil, link);
    for (const title of [evil, `${evil}${evil}`, `[x]${evil}`, "[[x](COMMAND:y)](command:z)", "[a](https://x)"])
      assert.doesNotMatch(plainMessage(title), link);
    assert.equal(plainMessage("[GOAL-1] (Growth), a(b)[c]"), "[GOAL-1] (Growth), a(b)[c]");
  });

  it("is no icon", () => {
    for (const title of ["$(trash)", "$(sync~spin) x $(warning)", "$$(x)", "a $(b"])
      for (const [, isEscaped] of plainLabel(title).matchAll(icon)) assert.ok(isEscaped, title);
    assert.equal(plainLabel("$5 (net)"), "$5 (net)");
  });

  it("goes through where messages are shown", () => {
    const asking = /show(?:Error|Warning|Information)Message\((?!\s*(?:l10n\.t\("[^"{]*"\)|nothing,))/;
    assert.deepEqual(filesWith(asking), ["messages.ts"]);
    assert.deepEqual(filesWith(/setStatusBarMessage\(/), ["messages.ts"]);
  });

  it("goes through where lists are made: a choice that is made elsewhere is none, by its type", () => {
    assert.deepEqual(filesWith(/showQuickPick|createQuickPick|QuickPickItem\b|\bas (?:\w+ & )?Choice\b/), [
      "choices.ts",
    ]);
  });
});

function filesWith(pattern: RegExp): readonly string[] {
  const folder = "client/src";
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return files.filter((name) => pattern.test(readFileSync(join(folder, name), "utf8")));
}
