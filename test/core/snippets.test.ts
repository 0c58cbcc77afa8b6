import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { builtinKinds } from "../../server/src/model/kinds.ts";
import { phaseOf } from "../../server/src/model/phase.ts";

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly isFileTemplate?: boolean;
  readonly body: readonly string[];
}

const snippets = new Map<string, Snippet>(
  Object.entries(JSON.parse(readFileSync("snippets/throughline.json", "utf8")) as Record<string, Snippet>),
);

describe("the snippets", () => {
  it("are contributed for Markdown", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    assert.deepEqual(manifest.contributes.snippets, [{ language: "markdown", path: "./snippets/throughline.json" }]);
  });

  it("have one for every kind, under its name", () => {
    const prefixes = [...snippets.values()].flatMap((snippet) => snippet.prefix);
    for (const kind of builtinKinds) assert.ok(prefixes.includes(kind.name), kind.name);
    assert.deepEqual(
      prefixes.filter((prefix, at) => prefixes.indexOf(prefix) !== at),
      [],
      "a prefix stands for one snippet",
    );
  });

  for (const [name, snippet] of snippets) {
    it(`${name}: tab stops go from the first to the last and end in one place`, () => {
      const stops = [...snippet.body.join("\n").matchAll(/\$\{?(\d+)/g)].map((match) => Number(match[1]));
      const first = stops.filter((stop, at) => stops.indexOf(stop) === at);
      assert.deepEqual(first, [...first.slice(0, -1).map((_, at) => at + 1), 0]);
      assert.equal(stops.filter((stop) => stop === 0).length, 1);
    });

    if (snippet.isFileTemplate) {
      it(`${name}: the block at the top is what we teach`, () => {
        const text = expand(snippet.body.join("\n"));
        const block = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1];
        assert.ok(block !== undefined, text);
        assert.doesNotMatch(block, /[@[\]{}"'$]/, "no brackets, handles or quotes, and every tab stop filled");
        const document = parseDocument(block);
        assert.deepEqual([...document.errors, ...document.warnings], []);
        const fields = document.toJS() as Record<string, unknown>;
        const kind = builtinKinds.find((kind) => kind.name === fields.type);
        assert.ok(kind !== undefined, `type: ${fields.type}`);
        assert.ok(kind.prefixes.some((prefix) => fields.id === `${prefix}-1`));
        const known = ["type", ...kind.fields.map((field) => field.name)];
        assert.deepEqual(
          Object.keys(fields).filter((key) => !known.includes(key)),
          [],
        );
        const statuses = /^status: \$\{\d+\|(.+)\|\}$/.exec(
          snippet.body.find((line) => line.startsWith("status:")) ?? "",
        );
        for (const status of statuses?.[1]?.split(",") ?? []) assert.ok(phaseOf(status), `status: ${status}`);
        const measured = /^\| Metric \|.*\| Target \|/m.test(text) ? ["kpis"] : [];
        assert.deepEqual(
          kind.required.filter((name) => fields[name] === undefined),
          measured,
          "what is asked for is there, or defined in a table below",
        );
      });
    }
  }
});

/** What stands in the editor when every tab stop keeps its default or its first choice, in June 2027. */
function expand(body: string): string {
  const variables = new Map([
    ["CURRENT_YEAR", "2027"],
    ["CURRENT_MONTH", "06"],
    ["CURRENT_DATE", "15"],
  ]);
  const defaults = new Map<string, string>();
  return body
    .replace(
      /\$\{(CURRENT_\w+)\}|\$(CURRENT_\w+)/g,
      (_, braced: string, bare: string) => variables.get(braced ?? bare) ?? "",
    )
    .replace(/\$\{(\d+)\|([^,|]*)[^|]*\|\}/g, "$2")
    .replace(/\$\{(\d+):([^{}]*)\}/g, (_, stop: string, text: string) => {
      defaults.set(stop, text);
      return text;
    })
    .replace(/\$(\d+)/g, (_, stop: string) => defaults.get(stop) ?? "");
}
