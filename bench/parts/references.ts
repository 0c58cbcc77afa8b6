import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { uriOfPath } from "../../server/src/main/node-host.ts";
import { count, time, times } from "../figures.ts";
import type { Part, Row } from "../part.ts";
import { installPeers } from "../peers.ts";
import { type Server, type ServerOptions, startServer } from "../server.ts";
import { pathOf } from "../specs/plan.ts";

/** Find All References, right after opening a folder. */
export const references: Part = {
  name: "references",
  title: "References, cold",
  says:
    "From the start of the server until all references to one document are there, then again after an edit; beside the " +
    "Markdown server of VS Code, which finds Markdown links and no ids, and whose client parses for it. CPU time is that of " +
    "both processes.",
  run: async (bench) => {
    const n = bench.sizes.small;
    const folder = bench.workspace(n);
    const peers = await installPeers(bench.say);
    const path = join(folder, pathOf({ kind: "kpi", number: 1 }));
    const text = readFileSync(path, "utf8");
    const ours = await ask(folder, path, text, { cache: bench.emptyFolder() }, "id: ", 4);
    bench.say("the Markdown server of VS Code");
    const options = { ...(await markdownServer(folder, peers)), cache: bench.emptyFolder() };
    const theirs = await ask(folder, path, text, options, "# ", 2);
    const shown = ({ wall, cpu, memory }: Asked) => `${time(cpu)} of CPU (on the clock ${time(wall)}), ${memory} MB`;
    const rows: Row[] = [
      { what: `ours, ${count(n)} documents: ${count(ours.found)} references`, figure: shown(ours) },
      { what: "… after an edit", figure: time(ours.again) },
      { what: `Markdown server of VS Code: ${count(theirs.found)} references`, figure: shown(theirs) },
      { what: "… after an edit", figure: time(theirs.again) },
      { what: "… slower than we are, cold", figure: times(theirs.cpu / ours.cpu) },
    ];
    return rows;
  },
};

interface Asked {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
  readonly found: number;
  /** Milliseconds of the second answer, after an edit. */
  readonly again: number;
}

async function ask(
  folder: string,
  path: string,
  text: string,
  options: ServerOptions,
  where: string,
  by: number,
): Promise<Asked> {
  const own = process.cpuUsage();
  const server = await startServer(folder, options);
  try {
    const uri = uriOfPath(path);
    const line = text.split("\n").findIndex((one) => one.startsWith(where));
    const params = { textDocument: { uri }, position: { line, character: by }, context: { includeDeclaration: true } };
    server.open(uri, text);
    const answer = await whole(server, params, options.program === undefined);
    const wall = performance.now() - server.started;
    const { user, system } = process.cpuUsage(own);
    const { cpu = wall, memory } = server.usage();
    const last = { line: text.split("\n").length - 1, character: 0 };
    server.edit(uri, "More.\n", { start: last, end: last });
    const start = performance.now();
    await server.request("textDocument/references", params);
    const again = performance.now() - start;
    return { wall, cpu: cpu + (user + system) / 1000, memory, found: answer.length, again };
  } finally {
    await server.end();
  }
}

/** Ours answers at once from what has been read so far: the answer counts when everything has been. */
async function whole(server: Server, params: object, waits: boolean): Promise<readonly unknown[]> {
  if (waits) await server.request("workspace/diagnostic", { previousResultIds: [] });
  return (await server.request<readonly unknown[] | null>("textDocument/references", params)) ?? [];
}

/** How VS Code starts its Markdown server, and what its client answers. */
async function markdownServer(folder: string, peers: string): Promise<Omit<ServerOptions, "cache">> {
  const modules = join(peers, "node_modules");
  const { default: MarkdownIt } = await import(pathToFileURL(join(modules, "markdown-it/dist/markdown-it.mjs")).href);
  const parser = new MarkdownIt({ html: true });
  const uris = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => uriOfPath(join(folder, name)));
  const answers: Readonly<Record<string, (asked: { readonly uri: string; readonly text?: string }) => unknown>> = {
    "markdown/findMarkdownFilesInWorkspace": () => uris,
    "markdown/parse": ({ uri, text }) => parser.parse(text ?? readFileSync(fileURLToPath(uri), "utf8"), {}),
    "markdown/fs/readFile": ({ uri }) => [...readFileSync(fileURLToPath(uri))],
    "markdown/fs/stat": ({ uri }) => kindOf(fileURLToPath(uri)),
    "markdown/fs/readDirectory": ({ uri }) =>
      readdirSync(fileURLToPath(uri)).map((name) => [name, kindOf(join(fileURLToPath(uri), name))]),
  };
  return {
    program: [process.execPath, join(modules, "vscode-markdown-languageserver/dist/node/workerMain.js"), "--stdio"],
    initializationOptions: { markdownFileExtensions: ["md"] },
    answer: (method, params) => {
      if (method === "workspace/configuration") return (params as { items: readonly unknown[] }).items.map(() => null);
      return answers[method]?.(params as { uri: string }) ?? null;
    },
  };
}

function kindOf(path: string): { readonly isDirectory: boolean } | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? null : { isDirectory: stat.isDirectory() };
}
