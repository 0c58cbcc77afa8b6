import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { commonFlags, projectFlags } from "../../server/src/cli/command.ts";
import { commands } from "../../server/src/cli/commands/all.ts";
import { readConfig } from "../../server/src/model/config-read.ts";
import { rules } from "../../server/src/rules/all.ts";
import { readMarkdown } from "../../server/src/syntax/markdown.ts";
import { newSlugger } from "../../server/src/syntax/slug.ts";
import { checkProblems } from "../check.ts";

const top = readdirSync(".").filter((name) => name.endsWith(".md"));
const guide = readdirSync("docs", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
const pages = [...top, ...guide.map((name) => `docs/${name.replaceAll("\\", "/")}`), "examples/README.md"];
const read = (path: string) => readFileSync(path, "utf8");
const manifest = JSON.parse(read("package.json"));

/** Every match of a pattern in every page: the page, and what the first group has caught. */
function found(pattern: RegExp): readonly { readonly page: string; readonly text: string; readonly rest: string }[] {
  return pages.flatMap((page) =>
    [...read(page).matchAll(pattern)].map(([, text = "", rest = ""]) => ({ page, text, rest })),
  );
}

describe("the links of the documents", () => {
  for (const page of pages) {
    it(`lead somewhere: ${page}`, () => {
      for (const { destination } of readMarkdown(read(page), 0).links) {
        if (/^[a-z]+:/.test(destination)) continue;
        const [path = "", anchor] = destination.split("#");
        const target = path === "" ? page : posix.join(posix.dirname(page), path);
        assert.ok(existsSync(target), `${destination} leads to nothing`);
        if (anchor !== undefined) assert.ok(anchorsOf(target).includes(anchor), `${destination} leads to no heading`);
      }
    });
  }
});

describe("what the documents name", () => {
  it("are commands of the terminal that there are, with their flags", () => {
    const named = found(/(?:^|`|npx |\$ )throughline (?=[a-z-])([a-z]*)([^`\n#]*)/gm);
    assert.ok(named.length > 10);
    for (const { page, text, rest } of named) {
      const command = commands.find(({ name }) => name === text);
      assert.ok(command !== undefined, `${page}: throughline ${text}`);
      const flags = [...command.flags, ...projectFlags, ...commonFlags].map(({ name }) => name);
      for (const [, flag = ""] of rest.matchAll(/--([a-z][\w-]*)/g))
        assert.ok(flags.includes(flag), `${page}: --${flag}`);
    }
  });

  it("are commands and settings of VS Code that there are", () => {
    const texts: Readonly<Record<string, string>> = JSON.parse(read("package.nls.json"));
    const titles = Object.entries(texts).flatMap(([key, text]) => (key.startsWith("command.") ? [text] : []));
    const commandsNamed = found(/\*Throughline: (?:Developer: )?([^*]+)\*/g);
    assert.ok(commandsNamed.length > 5);
    for (const { page, text } of commandsNamed) assert.ok(titles.includes(text), `${page}: ${text}`);
    const settings = Object.keys(manifest.contributes.configuration.properties);
    for (const { page, text } of found(/`(throughline\.(?!yaml|schema)[\w.]+)`/g))
      assert.ok(settings.includes(text), `${page}: ${text}`);
  });

  it("are scripts, steps of the tests and files that there are", () => {
    for (const { page, text } of found(/\bnpm (?:run )?(start|test|(?<=run )[\w:]+)/g))
      assert.ok(text in manifest.scripts, `${page}: npm run ${text}`);
    const steps = [...read("scripts/test.mjs").matchAll(/\{ name: "([\w-]+)"|^ {4}name: "([\w-]+)"/gm)].map(
      ([, name, own]) => name ?? own,
    );
    for (const { text } of found(/npm test -- ([\w -]+)/g))
      for (const step of text.trim().split(/ +/)) assert.ok(steps.includes(step), `npm test -- ${step}`);
    for (const { page, text } of found(/npx mocha ([\w/.-]+\.ts)/g)) assert.ok(existsSync(text), `${page}: ${text}`);
  });

  it("are files and folders of the house, in ARCHITECTURE.md", () => {
    // What is built is there only once somebody has built it: the scripts know its name.
    const built = read("scripts/core-apart.mjs") + read("scripts/build.mjs");
    const places = ["", "server/src/", "client/src/"];
    for (const [, path = ""] of read("ARCHITECTURE.md").matchAll(/`((?:[a-z-]+\/)+(?:[a-z-]+\.[a-z]+)?)`/g))
      assert.ok(
        path.startsWith("dist/") ? built.includes(path) : places.some((place) => existsSync(place + path)),
        path,
      );
  });
});

describe("what the documents show", () => {
  for (const page of ["README.md", "docs/format.md"]) {
    it(`is a plan of which nothing is said: ${page}`, () => {
      const shown = [...read(page).matchAll(/^(```|~~~)markdown\n(.*?)^\1$/gms)].map(([, , text = ""]) => text);
      assert.ok(shown.length > 1);
      checkProblems(shown.map((text, index) => `//- shown-${index}.md\n${text}`).join(""));
    });
  }

  it("is a configuration that is read without a finding, in README.md", () => {
    const [, text = ""] = /^## Configuration\n.*?^```yaml\n(.*?)^```$/ms.exec(read("README.md")) ?? [];
    assert.notEqual(text, "");
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(readConfig(text, ids).problems, []);
  });
});

describe("ARCHITECTURE.md", () => {
  const text = read("ARCHITECTURE.md");

  it("is at most 150 lines long", () => assert.ok(text.split("\n").length <= 151));

  it("names for each invariant the tests that hold it", () => {
    const [, section = ""] = /^## Invariants\n(.*)$/ms.exec(text) ?? [];
    const invariants = section.split(/^- /m).slice(1);
    assert.ok(invariants.length > 10);
    for (const invariant of invariants) {
      const held = [...invariant.replace(/\n */g, " ").matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)];
      assert.ok(held.length > 0, invariant);
      for (const [, title = "", path = ""] of held) {
        const titles = [...read(path).matchAll(/\b(?:it|describe|overEach)\(\s*["`](.*?)["`],/g)].map(
          ([, words]) => words,
        );
        assert.ok(
          titles.some((words) => words?.includes(title)),
          `${path} has no test “${title}”`,
        );
      }
    }
  });
});

describe("what F5 does", () => {
  it("is a task that there is, with a script that there is", () => {
    const { configurations } = JSON.parse(read(".vscode/launch.json"));
    const { tasks } = JSON.parse(read(".vscode/tasks.json"));
    for (const { label, script } of tasks) assert.ok(script in manifest.scripts, label);
    for (const { name, preLaunchTask, program } of configurations) {
      const isThere = tasks.some(({ label }: { readonly label: string }) => label === preLaunchTask);
      assert.ok(program === undefined ? isThere : existsSync(program.replace(/^\$\{workspaceFolder\}\//, "")), name);
    }
  });
});

function anchorsOf(path: string): readonly string[] {
  const anchor = newSlugger();
  return readMarkdown(read(path), 0).blocks.flatMap((block) => (block.type === "heading" ? [anchor(block.plain)] : []));
}
