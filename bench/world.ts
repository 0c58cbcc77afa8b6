import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { uriOfPath } from "../server/src/main/node-host.ts";
import type { PanelMove } from "../server/src/panel/data.ts";
import { documentOfSize } from "./generate.ts";
import type { Bench } from "./part.ts";
import { allDiagnostics, type Server, startServer } from "./server.ts";
import { configuration } from "./specs/document.ts";
import { placesIn } from "./typing.ts";

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A server over a workspace in which a PRD is open, and what can be asked about. */
export interface World {
  readonly server: Server;
  readonly folder: string;
  readonly document: { readonly uri: string };
  /** The configuration, which is open as well. */
  readonly config: { readonly uri: string };
  /** A document that is not tracked. */
  readonly plain: { readonly uri: string };
  /** The id of the document. */
  readonly asked: string;
  /** The id of an item in a closed document. */
  readonly item: string;
  /** The place of a text in the document, `by` characters further on. */
  at(text: string, by?: number): { readonly textDocument: { readonly uri: string }; readonly position: Position };
  range(text: string): {
    readonly textDocument: { readonly uri: string };
    readonly range: { readonly start: Position; readonly end: Position };
  };
  /** Types a character, in prose and in the title in turn, and waits until the server has heard it. */
  type(): Promise<void>;
}

/** What can be asked about when something has been seen: ids of rows by goal, of a group and of an item below it, a trace. */
export interface Seen extends World {
  readonly group: string;
  readonly row: string;
  /** Of the roadmap by time: a row, and a quarter that it is not in. */
  readonly dragged: { readonly row: string; readonly onto: string };
  /** Of an item in the panel. */
  readonly panelRow: string;
  /** A bar of the panel that is let go one step further on than it was seen. */
  readonly moved: PanelMove;
  /** The goal that the document mentions and the KPI that many link to, as their traces begin. */
  readonly traced: { readonly goal: unknown; readonly kpi: unknown };
}

/** Runs with such a world over `n` documents, and ends its server. */
export async function withWorld<T>(bench: Bench, n: number, run: (world: World) => Promise<T>): Promise<T> {
  const folder = bench.workspace(n);
  const [path, plainPath] = ["asked.md", "plain.md"].map((name) => join(folder, name)) as [string, string];
  const text = askedText(bench.seed, n);
  writeFileSync(path, text);
  writeFileSync(plainPath, "# Notes\n\nNothing of the plan.\n");
  const server = await startServer(folder, { cache: bench.emptyFolder() });
  try {
    const uri = uriOfPath(path);
    const config = uriOfPath(join(folder, "throughline.yaml"));
    server.open(uri, text);
    server.open(config, configuration);
    await allDiagnostics(server);
    await server.quiet();
    return await run({
      server,
      folder,
      document: { uri },
      config: { uri: config },
      plain: { uri: uriOfPath(plainPath) },
      asked: /^id: (.+)$/m.exec(text)![1]!,
      item: "FEAT-1",
      at: (sought, by = 0) => ({ textDocument: { uri }, position: positionOf(text, sought, by) }),
      range: (sought) => ({
        textDocument: { uri },
        range: { start: positionOf(text, sought, 0), end: positionOf(text, sought, sought.length) },
      }),
      type: typist(server, uri, text),
    });
  } finally {
    await server.end();
    rmSync(path);
    rmSync(plainPath);
  }
}

/** A PRD with a slip in its status, nobody who owns it, a link to the KPI that many link to, and a mention in its first paragraph. */
function askedText(seed: number, n: number): string {
  return documentOfSize(seed, n, 12_000)
    .replace("\n---\n\n", "\nguardrails: [KPI-1, KPI-2]\nlinks: https://asked.example/1\n---\n\n")
    .replace(/^status: .*$/m, "status: shiped")
    .replace(/^owner: .*$/m, "owner:")
    .replace(/^# .*\n\n/m, "$&It works for GOAL-1. ")
    .concat('\n<!-- throughline: roadmap where:"owner:ana timeframe<=2027-Q1" -->\n<!-- /throughline -->\n');
}

function positionOf(text: string, sought: string, by: number): Position {
  const offset = text.indexOf(sought);
  if (offset < 0) throw new Error(`${sought} is not in the document.`);
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)!.length + by };
}

function typist(server: Server, uri: string, text: string): () => Promise<void> {
  const places = placesIn(text);
  let typed = 0;
  return async () => {
    const { line } = places[typed % places.length]!;
    const at = { line, character: 7 + Math.floor(typed / places.length) };
    typed++;
    server.edit(uri, "e", { start: at, end: at });
    // An answer to a small question says that the edit has arrived.
    await server.request("throughline/isTracked", { uri });
    await wait(10);
  };
}
