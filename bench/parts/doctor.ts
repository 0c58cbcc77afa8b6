import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { count, time, times } from "../figures.ts";
import type { Bench, Part, Row } from "../part.ts";
import { installPeers } from "../peers.ts";
import { type Finished, runToEnd } from "../process.ts";
import { paragraph } from "../specs/prose.ts";
import { randomOf } from "../specs/random.ts";

/** The same tasks, looked over by the tool they are written for. */
export const doctor: Part = {
  name: "doctor",
  title: "Tasks of Backlog.md",
  says:
    "`throughline check` and Backlog.md's `doctor` over the same project of tasks that depend on each other, twice as many " +
    "the second time. One dependency leads to a task that does not exist: who says so?",
  run: async (bench) => {
    const peers = await installPeers(bench.say);
    const n = bench.sizes.small / 2;
    const binary = binaryIn(peers);
    const single = await lookOver(bench, n, binary);
    const double = await lookOver(bench, 2 * n, binary);
    return [
      ...rows(n, single),
      ...rows(2 * n, double),
      growth("ours", single.ours, double.ours),
      growth("Backlog.md", single.theirs, double.theirs),
    ];
  },
};

interface Looked {
  readonly ours: Finished;
  readonly theirs: Finished;
}

const missing = "TASK-999999";

/** The package brings a binary for each kind of machine. */
function binaryIn(peers: string): string {
  const modules = join(peers, "node_modules");
  const found = readdirSync(modules).find((name) => /^backlog\.md-\w+-\w+$/.test(name));
  if (found === undefined) throw new Error("Backlog.md has no binary for this machine.");
  return join(modules, found, process.platform === "win32" ? "backlog.exe" : "backlog");
}

const program = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));

async function lookOver(bench: Bench, n: number, binary: string): Promise<Looked> {
  bench.say(`${count(n)} tasks`);
  const folder = bench.emptyFolder();
  writeTasks(folder, bench.seed, n);
  const env = { XDG_CACHE_HOME: bench.emptyFolder() };
  const ours = await runToEnd([process.execPath, program, "check", "--root", folder], { env });
  const theirs = await runToEnd([binary, "doctor"], { cwd: folder });
  return { ours, theirs };
}

function writeTasks(folder: string, seed: number, n: number): void {
  mkdirSync(join(folder, "backlog/tasks"), { recursive: true });
  writeFileSync(join(folder, "backlog/config.yml"), backlogConfig);
  writeFileSync(join(folder, "throughline.yaml"), ourConfig);
  for (let number = 1; number <= n; number++) {
    const random = randomOf(seed, number);
    const needed = number === 7 ? missing : `TASK-${random.between(1, Math.max(1, number - 1))}`;
    const dependencies = number > 1 && (number === 7 || random.chance(0.4)) ? `\n  - ${needed}` : " []";
    const status = random.one(["To Do", "In Progress", "Done"]);
    const body = [paragraph(random, () => "it"), paragraph(random, () => "it")].join("\n\n");
    writeFileSync(
      join(folder, `backlog/tasks/task-${number} - Task-${number}.md`),
      `---\nid: TASK-${number}\ntitle: Task ${number}\nstatus: ${status}\nassignee: []\ncreated_date: '2026-01-10'\nlabels: []\ndependencies:${dependencies}\n---\n\n## Description\n\n${body}\n`,
    );
  }
}

const backlogConfig = `project_name: "Bench"
default_status: "To Do"
statuses: ["To Do", "In Progress", "Done"]
labels: []
date_format: yyyy-mm-dd
filesystem_only: true
remote_operations: false
auto_commit: false
check_active_branches: false
task_prefix: "task"
`;

const ourConfig = `files: ["backlog/**/*.md"]
kinds:
  task:
    extends: feature
    prefix: [TASK]
    match: ["backlog/tasks/*.md"]
    required: []
`;

function rows(n: number, { ours, theirs }: Looked): readonly Row[] {
  const shown = (one: Finished) =>
    `${time(one.cpu)} of CPU (on the clock ${time(one.wall)}); ${one.output.includes(missing) ? "names" : "does not name"} the missing task`;
  return [
    { what: `\`throughline check\`, ${count(n)} tasks`, figure: shown(ours), met: ours.output.includes(missing) },
    { what: `\`backlog doctor\`, ${count(n)} tasks`, figure: shown(theirs) },
    { what: "… slower than we are", figure: times(theirs.cpu / ours.cpu) },
  ];
}

function growth(who: string, single: Finished, double: Finished): Row {
  return { what: `twice as many tasks, ${who}`, figure: times(double.cpu / single.cpu) };
}
