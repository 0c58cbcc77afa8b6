// @ts-check
/**
 * Runs every check that there is, one after the other, and stops at the first that fails.
 *
 *   npm test [-- name …]     with names, only those: types, lint, build, core, protocol, …
 */

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * `tests` says that the step runs tests: one that runs none has failed.
 * `files` are those of tests that drive a window as a person would, where something else may take the focus between
 * two keys: the files of what failed run once more, in windows of their own, and both runs are told of.
 * @typedef {{ readonly name: string, readonly command: readonly string[], readonly tests?: true, readonly files?: readonly string[] }} Step
 */

/** @type {readonly Step[]} */
const steps = [
  { name: "types", command: ["npm", "run", "--silent", "types"] },
  { name: "lint", command: ["npx", "biome", "check", "--error-on-warnings", "."] },
  { name: "unused", command: ["npm", "run", "--silent", "unused"] },
  { name: "build", command: ["node", "scripts/build.mjs"] },
  { name: "core", command: ["npx", "mocha", "--forbid-only", "--forbid-pending", "--reporter", "dot"], tests: true },
  {
    name: "protocol",
    command: ["npx", "mocha", "--config", ".mocharc.protocol.json", "--forbid-only", "--forbid-pending"],
    tests: true,
  },
  { name: "growth", command: ["npx", "mocha", "--config", ".mocharc.growth.json"], tests: true },
  { name: "vscode-node", command: ["node", "test/vscode/run.mjs", "node"], tests: true },
  { name: "vscode-web", command: ["node", "test/vscode/run.mjs", "web"], tests: true },
  { name: "vscode-installed", command: ["node", "test/vscode/run.mjs", "installed"], tests: true },
  {
    name: "workbench",
    command: ["npx", "mocha", "--config", "test/workbench/.mocharc.json"],
    tests: true,
    files: ["test/workbench/**/*.test.ts"],
  },
];

/** A step that takes longer hangs. The first one in VS Code may have to download it. */
const STEP_LIMIT_MS = 20 * 60_000;

/** More than so many files with a failure are no accident. */
const MOST_TRIED_AGAIN = 2;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. There are: ${steps.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  console.log(`\n── ${step.name} ──`);
  const began = Date.now();
  let { code, output } = await run([...step.command, ...(step.files ?? [])]);
  const counted = { passed: count(output, "passing"), failed: count(output, "failing") };
  const unsteady = code !== 0 && step.files ? filesOfFailures(output) : [];
  if (unsteady.length > 0 && unsteady.length <= MOST_TRIED_AGAIN) {
    console.log(`\nOnce more, alone: ${unsteady.join(", ")}`);
    ({ code, output } = await run([...step.command, ...unsteady]));
    if (code === 0) {
      console.log(`UNSTEADY: failed in the first run and passed alone: ${unsteady.join(", ")}`);
      counted.passed += counted.failed;
      counted.failed = 0;
    }
  }
  const problem =
    code !== 0
      ? `${step.command.join(" ")} ended with ${code}`
      : step.tests && counted.passed === 0
        ? "it ran no test"
        : undefined;
  total.passed += counted.passed;
  total.failed += problem ? Math.max(1, counted.failed) : counted.failed;
  console.log(`── ${step.name}: ${problem ? "FAILED" : "ok"}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  if (problem) {
    console.error(`\nStopped at "${step.name}": ${problem}. Again, alone: npm test -- ${step.name}`);
    process.exitCode = 1;
    break;
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);

/**
 * The sum over mocha's summaries, such as "12 passing (3s)".
 * @param {string} output
 * @param {"passing" | "failing"} word
 */
function count(output, word) {
  return [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, "gm"))].reduce((sum, [, n]) => sum + Number(n), 0);
}

/**
 * The test files that mocha names below its count of failures.
 * @param {string} output
 */
function filesOfFailures(output) {
  const [, told = ""] = output.split(/^\s*\d+ failing\b/m);
  return [...new Set(told.match(/test\/[\w/-]+\.test\.ts/g))];
}

/**
 * Runs a command in a process group of its own, so that nothing of it is left when it is ended.
 * @param {readonly string[]} command
 * @returns {Promise<{ code: number | string, output: string }>}
 */
function run([program = "", ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.stderr.on("data", (chunk) => process.stderr.write(chunk));
    /** @param {NodeJS.Signals} signal */
    const end = (signal) => {
      try {
        if (child.pid) process.kill(-child.pid, signal);
      } catch {
        // It has ended by itself.
      }
    };
    const late = setTimeout(() => {
      console.error(`It took more than ${STEP_LIMIT_MS / 60_000} minutes and is ended.`);
      end("SIGTERM");
      setTimeout(end, 5000, "SIGKILL").unref();
    }, STEP_LIMIT_MS);
    const interrupt = () => {
      end("SIGTERM");
      process.exit(130);
    };
    process.once("SIGINT", interrupt);
    process.once("SIGTERM", interrupt);
    child.once("error", (reason) => resolve({ code: reason.message, output }));
    child.once("close", (code, signal) => {
      clearTimeout(late);
      process.removeListener("SIGINT", interrupt);
      process.removeListener("SIGTERM", interrupt);
      resolve({ code: code ?? signal ?? 1, output });
    });
  });
}
