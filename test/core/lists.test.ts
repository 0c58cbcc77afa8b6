import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { groupings } from "../../server/src/roadmap/all.ts";
import { rules } from "../../server/src/rules/all.ts";
import { sourcesIn } from "../sources.ts";

/** One thing, one file, one line in a list: the list, and the type of what stands in it. */
const lists = [
  { list: "server/src/rules/all.ts", type: "Rule" },
  { list: "server/src/features/all.ts", type: "Feature" },
  { list: "server/src/features/fixes/all.ts", type: "Fix" },
  { list: "server/src/features/refactors/all.ts", type: "Refactor" },
  { list: "server/src/cli/commands/all.ts", type: "Command" },
  { list: "server/src/roadmap/all.ts", type: "Grouping" },
];

describe("the lists", () => {
  for (const { list, type } of lists) {
    it(`${list} names every ${type.toLowerCase()} beside it, once`, () => {
      const folder = list.slice(0, list.lastIndexOf("/"));
      const made = new RegExp(`^export const (\\w+): ${type}\\b`, "gm");
      const there = sourcesIn(folder)
        .filter(({ path }) => !path.slice(folder.length + 1).includes("/"))
        .flatMap(({ code }) => [...code.matchAll(made)].map(([, name]) => name!));
      assert.ok(there.length > 1);
      assert.deepEqual(listed(list), there.sort());
    });
  }

  it("name a rule's id, its file and its page alike", () => {
    for (const { id } of rules) {
      const [source] = sourcesIn(`server/src/rules/${id}.ts`);
      assert.match(source?.code ?? "", new RegExp(`"${id}"`), id);
      assert.ok(existsSync(`docs/rules/${id}.md`), id);
    }
  });

  it("name a grouping as its file is named", () => {
    for (const { id } of groupings) assert.equal(sourcesIn(`server/src/roadmap/by-${id}.ts`).length, 1, id);
  });

  it("hold the rules group by group", () => {
    const groups = rules.map(({ group }) => group);
    const changes = groups.filter((group, at) => group !== groups[at - 1]);
    assert.deepEqual(changes, [...new Set(groups)]);
  });

  it("name a command as its file is named", () => {
    for (const { path, code } of sourcesIn("server/src/cli/commands")) {
      const [, name] = /^ {2}name: "(.+)",$/m.exec(code) ?? [];
      assert.ok(path.endsWith(`/${name ?? "all"}.ts`), path);
    }
  });
});

/** The names between the brackets of the array that a list exports, in alphabetical order. */
function listed(path: string): readonly string[] {
  const [, names = ""] = /^export const \w+: readonly \w+\[\] = \[([^\]]*)\]/m.exec(sourcesIn(path)[0]!.code) ?? [];
  return [...names.matchAll(/\w+/g)].map(([name]) => name).sort();
}
