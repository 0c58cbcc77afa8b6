import { existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "../../../package.json";
import { run } from "../cli/run.ts";
import { exitCodes, type Terminal } from "../cli/terminal.ts";
import { makeFolder } from "./make-folder.ts";
import { uriOfPath } from "./node-host.ts";
import { realPath } from "./real-path.ts";
import { holds, rewrite } from "./rewrite.ts";
import { shortRunHost } from "./short-run.ts";

/** This machine, for the commands. They write what they are told to, and what was read for the next time. */
const terminal: Terminal = {
  cwd: uriOfPath(whereOneStands()),
  env: process.env,
  isInteractive: process.stdout.isTTY === true,
  today: localDate(new Date()),
  version,
  host: shortRunHost(__filename),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  uriOf: (path) => uriOfPath(resolve(path)),
  show: (uri) => relative(process.cwd(), fileURLToPath(uri)).replaceAll("\\", "/") || ".",
  exists: (uri) => existsSync(fileURLToPath(uri)),
  placeOf: (uri) => uriOfPath(realPath(fileURLToPath(uri))),
  write: (uri, text) => write(uri, text, "w"),
  create(uri, text) {
    try {
      write(uri, text, "wx");
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      // Half a document is none, and would be in the way of the next try.
      rmSync(fileURLToPath(uri), { force: true });
      throw error;
    }
  },
  holds,
  rewrite,
  async serve() {
    await import("./node.ts");
    // The server ends the process itself, with its own exit code.
    return new Promise(() => {});
  },
};

function whereOneStands(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write("throughline: The folder in which you stand is gone. Go to one that is there.\n");
    process.exit(exitCodes.usage);
  }
}

function write(uri: string, text: string, flag: "w" | "wx"): void {
  const path = fileURLToPath(uri);
  makeFolder(dirname(path));
  writeFileSync(path, text, { flag });
}

/** `YYYY-MM-DD` where this machine stands. */
function localDate(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

// A reader that goes away in the middle (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.clean);
  process.stderr.write(`throughline: The result could not be written: ${error.message}.\n`);
  process.exit(exitCodes.usage);
});
// Who does not hear a sentence still sees the exit code.
process.stderr.on("error", () => {});
void run(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
