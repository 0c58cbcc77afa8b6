import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { groupings } from "../../server/src/roadmap/all.ts";
import { defaultSettings } from "../../server/src/settings.ts";

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}
interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly markdownDescription: string;
}

const read = (path: string) => readFileSync(path, "utf8");
const manifest = JSON.parse(read("package.json"));
const texts: Readonly<Record<string, string>> = JSON.parse(read("package.nls.json"));
const contributes = manifest.contributes;
const commands: readonly Command[] = contributes.commands;
const settings: Readonly<Record<string, Setting>> = contributes.configuration.properties;
const client = readdirSync("client/src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => read(join("client/src", name)));

describe("package.json", () => {
  it("lists exactly the commands that the client registers, and at most thirty", () => {
    const table = [...read("client/src/commands.ts").matchAll(/^ {2}"(throughline\.\w+)":/gm)].map((match) => match[1]);
    assert.deepEqual(
      commands.map(({ command }) => command),
      table,
    );
    assert.ok(commands.length <= 30, `${commands.length} commands`);
  });

  it("calls only commands that exist, in menus, key bindings and welcome texts", () => {
    // VS Code makes a command for each view.
    const views = contributes.views.throughline.map(({ id }: { id: string }) => `${id}.focus`);
    const known = new Set([...commands.map(({ command }) => command), ...views]);
    const menus = Object.values(contributes.menus).flat() as readonly Command[];
    const called = [...menus, ...contributes.keybindings].map(({ command }) => command);
    const linked = [
      ...Object.values(texts)
        .join("\n")
        .matchAll(/command:(throughline\.[\w.]+)/g),
    ].map((match) => match[1]);
    for (const command of [...called, ...linked]) assert.ok(known.has(command ?? ""), `${command} does not exist`);
  });

  it("writes commands in title case, with … exactly where more input follows", () => {
    const asking = [
      "new",
      "insert",
      "newHere",
      "trackDocument",
      "setField",
      "groupBy",
      "filter",
      "changesSince",
      "renameKeeping",
      "changePrefix",
      "suggestWhileTyping",
      "openLink",
    ];
    for (const { command, title, category } of commands) {
      const text = texts[title.slice(1, -1)] ?? "";
      assert.match(text, /^[A-Z]\w*( ([A-Z]\w*|and|in|the|to))*…?$/, command);
      assert.equal(text.endsWith("…"), asking.includes(command.slice("throughline.".length)), text);
      assert.match(category, /^%category/);
    }
  });

  it("has a text for every key, and a key for every text", () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? "");
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it("gives each setting a scope, an order of its own, a default and words", () => {
    const all = Object.values(settings);
    assert.equal(new Set(all.map(({ order }) => order)).size, all.length);
    for (const [name, { scope, markdownDescription, ...setting }] of Object.entries(settings)) {
      assert.match(scope, /^(window|resource)$/, name);
      assert.match(markdownDescription, /^%setting\./, name);
      assert.notEqual(setting.default, undefined, name);
      assert.equal(setting.markdownEnumDescriptions?.length, setting.enum?.length, name);
    }
  });

  it("has the defaults that the server reads", () => {
    for (const [name, value] of Object.entries(flat(defaultSettings)))
      assert.deepEqual(settings[`throughline.${name}`]?.default, value, name);
  });

  it("offers the groupings of the roadmap, in their order", () => {
    const offered = settings["throughline.roadmap.groupBy"]?.enum;
    assert.deepEqual(
      offered,
      groupings.map(({ id }) => id),
    );
  });

  it("contributes no setting that nothing reads", () => {
    const source = [...client, read("server/src/settings.ts")].join("\n");
    const ofServer = Object.keys(flat(defaultSettings));
    for (const name of Object.keys(settings).map((key) => key.slice("throughline.".length))) {
      // The client library reads `trace.server` by itself.
      const isRead = name === "trace.server" || ofServer.includes(name) || source.includes(`setting("${name}"`);
      assert.ok(isRead, `nothing reads throughline.${name}`);
    }
  });

  it("wakes up for Markdown, for a configuration and for a panel that was open only, and overrides nobody's settings", () => {
    assert.deepEqual(manifest.activationEvents, [
      "onLanguage:markdown",
      "workspaceContains:throughline.yaml",
      "onWebviewPanel:throughline.panel",
    ]);
    assert.equal(contributes.configurationDefaults, undefined);
    for (const { when } of contributes.keybindings)
      assert.match(when, /^focusedView == throughline\.(roadmap|document)/);
  });

  it("offers the shape of throughline.yaml to the extensions that know YAML, and ships it", () => {
    const [{ fileMatch, url }] = contributes.yamlValidation;
    assert.equal(fileMatch, "throughline.yaml");
    assert.ok(manifest.files.includes(url.slice("./".length)) && existsSync(url));
  });

  it("leaves the command line out of the extension, and npm puts it in by itself", () => {
    assert.equal(manifest.bin.throughline, "dist/cli.cjs");
    assert.ok(!manifest.files.some((pattern: string) => /\*|cli\.cjs/.test(pattern)));
  });

  it("has a walkthrough of four steps that never opens itself, with pictures and what each is done by", () => {
    const [{ steps, when }, ...others] = contributes.walkthroughs;
    assert.deepEqual([steps.length, others.length], [4, 0]);
    // VS Code opens the walkthrough of an extension that was just installed, if it is to be shown then.
    assert.equal(when, "throughline.active");
    const known = new Set(commands.map(({ command }) => `onCommand:${command}`));
    for (const { media, completionEvents } of steps) {
      assert.ok(existsSync(media.svg) && media.altText.startsWith("%"), media.svg);
      assert.match(read(media.svg), /^<svg [^>]*viewBox="0 0 520 340"/);
      assert.doesNotMatch(
        read(media.svg).replaceAll(/var\(--vscode-[\w-]+, [^)]*\)/g, ""),
        /#[0-9a-f]{3,8}\b/i,
        "every colour is the theme's",
      );
      for (const event of completionEvents as readonly string[])
        assert.ok(known.has(event) || /^onView:throughline\.roadmap$|^onContext:throughline\./.test(event), event);
    }
  });

  it("names pictures that exist", () => {
    assert.ok(existsSync(manifest.icon));
    for (const { icon } of contributes.viewsContainers.activitybar) assert.ok(existsSync(icon));
    const [width, height] = [16, 20].map((offset) => readFileSync(manifest.icon).readUInt32BE(offset));
    assert.deepEqual([width, height], [256, 256]);
  });
});

describe("the texts of the client", () => {
  it("stand in the bundle that translators get", () => {
    const said = client.flatMap((text) =>
      [...text.matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)].map((match) => JSON.parse(`"${match[1]}"`) as string),
    );
    const calls = client.join("\n").match(/l10n\.t\(/g)?.length ?? 0;
    assert.equal(said.length, calls, "l10n.t takes a literal");
    const bundle: Readonly<Record<string, string>> = JSON.parse(read("l10n/bundle.l10n.json"));
    assert.deepEqual(Object.keys(bundle).sort(), [...new Set(said)].sort());
  });
});

/** `{ a: { b: 1 } }` → `{ "a.b": 1 }`. */
function flat(value: object, path = ""): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === "object" && inner !== null
        ? Object.entries(flat(inner, `${path}${key}.`))
        : [[`${path}${key}`, inner]],
    ),
  );
}
