import { say } from "../server/src/base/say.ts";
import { applyEdits } from "../server/src/base/span.ts";
import { pathOf, uriOf } from "../server/src/base/uri.ts";
import { run } from "../server/src/cli/run.ts";
import type { Terminal } from "../server/src/cli/terminal.ts";
import { type Host, isMarkdown } from "../server/src/host.ts";
import { Ignored } from "../server/src/workspace/ignored.ts";
import { root } from "./check.ts";
import { parseFixture } from "./fixture.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was written, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** What was moved: `a.md → b.md`. */
  readonly moved: readonly string[];
}

/** Runs a command line over a workspace in marked text, on no disk at all. */
export function runOver(source: string, ...args: readonly string[]): Promise<Ran> {
  return runSince(undefined, source, ...args);
}

/** The same, where a repository remembers under every name how the workspace was before. */
export async function runSince(before: string | undefined, source: string, ...args: readonly string[]): Promise<Ran> {
  const files = filesOf(source);
  const written = new Map<string, string>();
  const moved: string[] = [];
  let out = "";
  let err = "";
  const terminal: Terminal = {
    cwd: root,
    env: {},
    isInteractive: false,
    today: "2026-11-22",
    version: "0.0.0",
    host: {
      ...hostOver(files),
      past: async () =>
        before === undefined
          ? say`There is no git repository here.`
          : { commit: "1", host: hostOver(filesOf(before)), stillThere: (uris) => uris.map(() => undefined) },
    },
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    uriOf: (path) => (path === "." ? root : `${root}/${path.replace(/^\.\//, "").replace(/\/$/, "")}`),
    show: (uri) => uri.slice(root.length + 1),
    exists: (uri) =>
      uri.replace(/\/$/, "") === root ||
      [...files.keys()].some((file) => file === uri || file.startsWith(uri.endsWith("/") ? uri : `${uri}/`)),
    placeOf: (uri) => uri,
    write: (uri, text) => void written.set(uri.slice(root.length + 1), text),
    create: (uri, text) => {
      if (files.has(uri)) return false;
      written.set(uri.slice(root.length + 1), text);
      return true;
    },
    holds: (uri, text) => files.get(uri) === text,
    rewrite(changes, moves) {
      for (const { uri, edits } of changes) written.set(pathOf(root, uri)!, applyEdits(files.get(uri)!, edits));
      for (const { from, to } of moves) moved.push(`${pathOf(root, from)} → ${pathOf(root, to)}`);
    },
    serve: async () => 0,
  };
  const code = await run(args, terminal);
  return { code, out, err, written, moved };
}

function filesOf(source: string): ReadonlyMap<string, string> {
  return new Map([...parseFixture(source).files].map(([path, text]) => [uriOf(root, path), text]));
}

function hostOver(files: ReadonlyMap<string, string>): Host {
  return {
    atOnce: 64,
    list: async () => {
      const listed = [...files.keys()].filter((uri) => isMarkdown(uri) || uri.endsWith("/throughline.yaml"));
      const others = [...files.keys()].filter((uri) => !listed.includes(uri));
      return { files: listed, others, complete: true, ignored: new Ignored(root) };
    },
    readMany: async (uris) => uris.map((uri) => files.get(uri)),
  };
}
