import { programOnPath } from "./program.ts";

/**
 * Asks git about the repository around a folder, and answers with what it prints; undefined where there is no git, no
 * repository, or nothing to say. It only reads, asks nobody, and starts nothing that a repository may have set up: no
 * hooks, no file watcher, no fetching of what a partial clone has left out.
 */
export async function git(
  folder: string,
  args: readonly string[],
  input = "",
  timeout = longest,
): Promise<Buffer | undefined> {
  const program = programOnPath("git");
  // Few ask git, and nobody else waits until this part of Node is there.
  const { execFile } = await import("node:child_process");
  return new Promise((resolve) => {
    if (program === undefined) return resolve(undefined);
    const child = execFile(
      program,
      [...quietly, ...args],
      {
        cwd: folder,
        encoding: "buffer",
        env: { ...process.env, ...alone },
        maxBuffer: mostBytes,
        timeout,
        windowsHide: true,
      },
      (error, stdout) => resolve(error === null ? stdout : undefined),
    );
    // A git that ends before it has read everything is told of by its exit.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

const quietly = [
  "--no-pager",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "safe.bareRepository=explicit",
];

const alone = {
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  GIT_NO_LAZY_FETCH: "1",
  // A git that does not know this yet has no way to fetch by.
  GIT_ALLOW_PROTOCOL: "none",
  // Programs that git starts on Windows are none of the folder itself either.
  NoDefaultCurrentDirectoryInExePath: "1",
};

const mostBytes = 512 * 1024 * 1024;

/** Milliseconds. */
const longest = 60_000;
