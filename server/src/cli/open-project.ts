import { atOnce } from "../base/at-once.ts";
import { readDay } from "../base/day.ts";
import { nearest } from "../base/nearest.ts";
import { folderUri, parentUri, pathOf, uriOf } from "../base/uri.ts";
import { changesOf, type Host, portionsOf, recallFindings, type Scan } from "../host.ts";
import type { Level } from "../model/level.ts";
import { rules } from "../rules/all.ts";
import { Engine } from "../rules/engine.ts";
import type { Change } from "../workspace/change.ts";
import type { Parsed } from "./flags.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** A project that was read from the disk, whole. */
export interface Opened {
  readonly engine: Engine;
  /** The folder that paths are shown relative to. */
  readonly root: string;
  /** How a URI is shown: relative to the root, with `/`. */
  readonly show: (uri: string) => string;
  /** Keeps what was found for the next time, once everything has been checked. */
  readonly keep: () => Promise<unknown>;
}

const configName = "throughline.yaml";

/**
 * Reads the project that the flags name. Throws a UsageError where there is nothing to read, and where the configuration is
 * none, unless it is one of the past, which nobody can mend. Files come from `past` where it is given; a configuration that
 * the flags name is the one of now.
 */
export async function openProject(parsed: Parsed, terminal: Terminal, past?: Host): Promise<Opened> {
  const host = past ?? terminal.host;
  const today = parsed.value("today") ?? terminal.today;
  if (readDay(today) === undefined) throw new UsageError(`--today takes a day such as 2026-11-30, not “${today}”.`);
  const root = rootOf(parsed, terminal);
  const engine = new Engine({ today, levels: levelsOf(parsed.values("rule")), once: true });
  const ownConfig = uriOf(root, configName);
  const config = await configOf(parsed, terminal);
  const listing = await host.list(root, [], []);
  const changes: Change[] = [
    { type: "roots", uris: [root] },
    { type: "others", uris: listing.others, complete: listing.complete },
  ];
  if (config !== undefined) changes.push({ type: "disk", uri: ownConfig, text: config.text });
  const files = listing.files.filter((uri) => config === undefined || uri !== ownConfig);
  engine.apply(changes);
  const place = parsed.has("no-cache") ? "nowhere" : "usual";
  const scan = host.scan?.(root, place);
  await readAll(files, engine, host, scan);
  const { keep = nothing } = atOnce(recallFindings(engine, host.memo?.([root], place), () => undefined));
  await scan?.end(false);
  const broken =
    past === undefined && engine.workspace.configFile(ownConfig)?.broken ? (config?.uri ?? ownConfig) : undefined;
  if (broken !== undefined) {
    throw new UsageError(
      `${terminal.show(broken)} is no configuration: nothing of it can be read. Correct it, or name another one with --config.`,
    );
  }
  const show = (uri: string): string =>
    config !== undefined && uri === ownConfig ? terminal.show(config.uri) : (pathOf(root, uri) ?? uri);
  return { engine, root, show, keep };
}

/** The folder that the flags name, else that of the nearest configuration, else this one. */
export function rootOf(parsed: Parsed, terminal: Terminal): string {
  const said = parsed.value("root");
  if (said !== undefined) {
    const root = folderUri(terminal.uriOf(said));
    // A slash at the end is no file.
    if (!terminal.exists(`${root}/`)) throw new UsageError(`There is no folder ${said}.`);
    return root;
  }
  const cwd = folderUri(terminal.cwd);
  if (parsed.has("config")) return cwd;
  for (let folder = cwd; folder.length > "file://".length; folder = parentUri(folder)) {
    if (terminal.exists(uriOf(folder, configName))) return folder;
  }
  return cwd;
}

async function configOf(parsed: Parsed, terminal: Terminal) {
  const said = parsed.value("config");
  if (said === undefined) return undefined;
  const uri = terminal.uriOf(said);
  const [text] = await terminal.host.readMany([uri]);
  if (text === undefined) throw new UsageError(`There is no configuration at ${said}.`);
  return { uri, text };
}

/** A few at a time: the texts of all would be several times as large as what is read in them. */
async function readAll(uris: readonly string[], engine: Engine, host: Host, scan?: Scan): Promise<void> {
  const wanted = new Set<string>();
  for (const portion of portionsOf(uris, host.atOnce))
    for (const uri of engine.apply(await changesOf(portion, engine.workspace, host, scan)).wanted) wanted.add(uri);
  if (wanted.size > 0) await readAll([...wanted], engine, host, scan);
}

const levels: readonly Level[] = ["error", "warning", "information", "hint", "off"];

/** `missing-kpi=error`, several times. */
function levelsOf(said: readonly string[]): ReadonlyMap<string, Level> {
  const ids = rules.map(({ id }) => id);
  return new Map(
    said.map((written) => {
      const [id = "", word = ""] = written.split("=");
      if (!ids.includes(id))
        throw new UsageError(`There is no rule ${id}. ${suggest(id, ids, "throughline rules lists them.")}`);
      const level = levels.find((candidate) => candidate === word);
      if (level === undefined) {
        throw new UsageError(
          `--rule ${id}=… takes error, warning, information, hint or off. ${suggest(word, levels, "")}`.trim(),
        );
      }
      return [id, level];
    }),
  );
}

async function nothing(): Promise<void> {}

export function suggest(word: string, candidates: readonly string[], otherwise: string): string {
  const near = nearest(word, [...candidates]);
  return near === undefined ? otherwise : `Did you mean ${near}?`;
}
