/**
 * Checks a folder of real specs as `throughline check` does, and prints how often each rule spoke, what each field's links
 * lead to, and how long it took:
 *
 *     npm run corpus -- DIR [--config FILE] [--show RULE]
 *
 * Without `--config` the configuration beside this script is taken that is called like the folder. Fails when a file that
 * the configuration calls a document is not listed as one: nothing may get lost.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { globMatcher } from "../../server/src/base/glob.ts";
import { nodeHost, uriOfPath } from "../../server/src/main/node-host.ts";
import { Engine } from "../../server/src/rules/engine.ts";
import type { Problem } from "../../server/src/rules/problem.ts";
import type { Change } from "../../server/src/workspace/change.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { config: { type: "string" }, show: { type: "string" }, today: { type: "string", default: "2026-11-22" } },
});
const dir = resolve(positionals[0] ?? ".");
const beside = join(import.meta.dirname, `${basename(dir)}.yaml`);
const configPath = values.config ?? (existsSync(beside) ? beside : undefined);

const start = performance.now();
const root = uriOfPath(dir);
const listing = await nodeHost.list(root, [], []);
const texts = await nodeHost.readMany(listing.files);
const changes: Change[] = [
  { type: "roots", uris: [root] },
  { type: "others", uris: listing.others, complete: listing.complete },
];
if (configPath !== undefined) {
  changes.push({ type: "disk", uri: `${root}/throughline.yaml`, text: readFileSync(configPath, "utf8") });
}
for (const [at, uri] of listing.files.entries()) changes.push({ type: "disk", uri, text: texts[at] ?? "" });
const read = performance.now();

const engine = new Engine({ today: values.today });
engine.apply(changes);
const applied = performance.now();
const problems = engine.reportable().flatMap((uri) => engine.problems(uri).map((problem) => ({ uri, problem })));
const checked = performance.now();

const counts = new Map<string, number>();
for (const { uri, problem } of problems) {
  const key = `${problem.level} ${problem.rule}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if (values.show === problem.rule) console.log(line(uri, problem));
}
for (const [key, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${String(count).padStart(6)}  ${key}`);

const links = new Map<string, Map<string, number>>();
const lost: string[] = [];
for (const project of engine.workspace.projects()) {
  const { files, specs, items, links: all, rules } = engine.counts(project);
  console.log(`${files} files, ${specs} specs, ${items} items, ${all} links, ${rules} rules`);
  for (const found of project.query.items()) {
    for (const [name, { links: written }] of found.item.fields) {
      for (const { target } of written) {
        const ends = links.get(name) ?? new Map<string, number>();
        const { type } = project.query.resolve(found, target);
        links.set(name, ends.set(type, (ends.get(type) ?? 0) + 1));
      }
    }
  }
  const sure = [...project.config.schema.kinds.values()].filter(
    ({ match, when }) => match.length > 0 && when.size === 0,
  );
  for (const path of project.paths()) {
    if (!sure.some(({ match }) => globMatcher(match)(path))) continue;
    if (project.summary(path)!.items.length === 0) lost.push(path);
  }
}
for (const [name, ends] of links) {
  const total = [...ends.values()].reduce((a, b) => a + b, 0);
  console.log(`${total} × ${name}: ${[...ends].map(([end, count]) => `${count} to ${end}`).join(", ")}`);
}
const ms = (from: number, to: number): string => `${Math.round(to - from)} ms`;
console.log(`read ${ms(start, read)}, understood ${ms(read, applied)}, checked ${ms(applied, checked)}`);
if (lost.length > 0) {
  console.error(`${lost.length} documents are not listed: ${lost.join(", ")}`);
  process.exitCode = 1;
}

function line(uri: string, { range, level, message }: Problem): string {
  const path = decodeURIComponent(uri.slice(root.length + 1));
  return `${path}:${range.start.line + 1}:${range.start.character + 1} ${level} ${message}`;
}
