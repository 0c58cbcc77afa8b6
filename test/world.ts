import { packSpec } from "../server/src/model/pack-spec.ts";
import { readSpec } from "../server/src/model/read-spec.ts";
import { unpackSpec } from "../server/src/model/unpack-spec.ts";
import { Engine } from "../server/src/rules/engine.ts";
import type { Change } from "../server/src/workspace/change.ts";
import { placesNaming } from "../server/src/workspace/named-places.ts";
import type { Query } from "../server/src/workspace/query.ts";

/**
 * An engine and the truth beside it: the files of the disk, what editors hold open, the rest. Whatever happens, the engine
 * must say what one says that is made from nothing out of that truth.
 */
export class World {
  engine: Engine;
  readonly disk = new Map<string, string>();
  readonly open = new Map<string, string>();
  readonly others = new Set<string>();
  complete = true;
  roots: readonly string[];
  today: string;
  configPath = "throughline.yaml";
  readonly configPaths = new Map<string, string>();

  constructor(roots: readonly string[], today: string) {
    this.roots = roots;
    this.today = today;
    this.engine = new Engine({ today });
    this.#apply(this.engine, [
      { type: "roots", uris: roots },
      { type: "others", uris: [], complete: true },
    ]);
  }

  /** Lets something happen, as the edge does: what is wanted again is read and handed over. Returns the files named as changed. */
  apply(change: Change): ReadonlySet<string> {
    switch (change.type) {
      case "disk":
        this.disk.set(change.uri, change.text);
        break;
      case "open":
        this.open.set(change.uri, change.text);
        break;
      case "close":
        this.open.delete(change.uri);
        break;
      case "delete":
        this.disk.delete(change.uri);
        this.others.delete(change.uri);
        break;
      case "others":
        for (const uri of change.uris) this.others.add(uri);
        this.complete = change.complete;
        break;
      case "roots":
        this.roots = change.uris;
        break;
      case "configFile":
        if (change.root === undefined) this.configPath = change.path;
        else this.configPaths.set(change.root, change.path);
        break;
      case "today":
        this.today = change.date;
        break;
    }
    return this.#apply(this.engine, [change]);
  }

  /** Folders were added: their files are listed and read, as the edge does then. */
  listAgain(): ReadonlySet<string> {
    return this.#apply(this.engine, [...this.#listing()]);
  }

  /** An engine that has seen nothing but how things are now. */
  fromNothing(): Engine {
    const engine = new Engine({ today: this.today, configPath: this.configPath });
    const named = [...this.configPaths].map(([root, path]): Change => ({ type: "configFile", root, path }));
    this.#apply(engine, [...named, { type: "roots", uris: this.roots }, ...this.#listing()]);
    return engine;
  }

  /** The same of files that were read at an earlier start. */
  fromReadings(): Engine {
    const engine = this.fromNothing();
    const uris = [...engine.workspace.files()].filter((uri) => !this.open.has(uri) && this.disk.has(uri));
    this.#apply(
      engine,
      uris.map((uri) => readBefore(uri, this.disk.get(uri)!, engine)),
    );
    return engine;
  }

  #listing(): readonly Change[] {
    const isInside = (uri: string): boolean => this.roots.some((root) => uri.startsWith(`${root}/`));
    return [
      { type: "others", uris: [...this.others].filter(isInside), complete: this.complete },
      ...[...this.disk].filter(([uri]) => isInside(uri)).map(([uri, text]): Change => ({ type: "disk", uri, text })),
      ...[...this.open].map(([uri, text]): Change => ({ type: "open", uri, text })),
    ];
  }

  #apply(engine: Engine, changes: readonly Change[]): ReadonlySet<string> {
    const all = new Set<string>();
    for (let next = changes; next.length > 0; ) {
      const { changed, wanted } = engine.apply(next);
      for (const uri of changed) all.add(uri);
      next = wanted.map((uri): Change => {
        const text = this.disk.get(uri);
        return text === undefined ? { type: "delete", uri } : readBefore(uri, text, engine);
      });
    }
    return all;
  }
}

/** A name of a text that no other text has; none is empty. */
export const named = (text: string): string => `= ${text}`;

/** The text of a file, or what was read of it earlier, packed and unpacked, where a project reads it. */
function readBefore(uri: string, text: string, { workspace }: Engine): Change {
  const located = workspace.readBy(uri);
  if (located === undefined) return { type: "disk", uri, text };
  const { config } = located.project;
  return {
    type: "read",
    uri,
    config,
    spec: unpackSpec(packSpec(readSpec({ uri, text }, located.path, config)))!,
    name: named(text),
  };
}

/** Everything that an engine says, as plain values in an order of their own. */
export function saidBy(engine: Engine) {
  return {
    files: engine.reportable().toSorted(),
    problems: problemsBy(engine),
    projects: engine.workspace
      .projects()
      .map((project) => ({
        root: project.root,
        config: project.configUri,
        counts: engine.counts(project),
        problems: engine.projectProblems(project),
        items: project.query.items().map(({ file, index, item }) => `${file.path}#${index} ${item.key}`),
        edges: edgesOf(project.query),
        named: project.query
          .items()
          .map((found) => placesNaming(project, found).map(({ path, form, entry }) => `${path} ${form} ${entry}`))
          .map((places) => places.toSorted().join()),
        rings: project.query
          .items()
          .flatMap((found) => project.query.cycle(found)?.map(place).join(" ") ?? [])
          .toSorted(),
      }))
      .toSorted((a, b) => (a.root < b.root ? -1 : 1)),
  };
}

export function problemsBy(engine: Engine): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    engine
      .reportable()
      .toSorted()
      .map((uri) => [uri, engine.problems(uri).map((problem) => JSON.stringify(problem))]),
  );
}

function edgesOf(query: Query): readonly string[] {
  return query
    .items()
    .flatMap((found) => query.outgoing(found))
    .map((edge) => `${place(edge.from)} ${edge.name} ${place(edge.to)} by ${place(edge.writer)}`);
}

function place({ file, index }: { file: { path: string }; index: number }): string {
  return `${file.path}#${index}`;
}
