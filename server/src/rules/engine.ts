import type { Packed } from "../base/packed.ts";
import { pathOf } from "../base/uri.ts";
import type { RuleLevel } from "../model/level.ts";
import type { Change } from "../workspace/change.ts";
import type { Project } from "../workspace/project.ts";
import { type ConfigFile, Workspace } from "../workspace/workspace.ts";
import { rules } from "./all.ts";
import { Checker, isOfText } from "./checker.ts";
import { marksOf } from "./marks.ts";
import { packFindings, unpackFindings } from "./pack-findings.ts";
import { PathsByProject } from "./paths-by-project.ts";
import type { Mark, Problem } from "./problem.ts";
import { projectProblems } from "./project-problems.ts";
import { problemsOf } from "./report.ts";
import type { ProjectView } from "./rule.ts";

export interface EngineOptions {
  /** The local date, `YYYY-MM-DD`. */
  readonly today: string;
  /** Where the configuration lies, relative to a folder; default `throughline.yaml`. */
  readonly configPath?: string;
  /** Levels that win over every configuration: those of a command line. */
  readonly levels?: ReadonlyMap<string, RuleLevel>;
  /** Files are read once and checked once, as on a command line: nothing is kept for changes that will not come. */
  readonly once?: boolean;
  /** Files are still being read to which others link: until `complete()`, only what stands in a text itself is looked for in it. */
  readonly isReading?: boolean;
}

/** What a batch of changes means for those who show problems and plans. */
export interface EngineChange {
  /** Files whose problems may differ. */
  readonly changed: ReadonlySet<string>;
  /** An item changed: what shows the plan may differ. */
  readonly structure: boolean;
  /** Closed files whose text is wanted again. */
  readonly wanted: readonly string[];
}

/** How much of a project was looked at: so that "no problems" can never mean "nothing was read". */
export interface Counts {
  /** Markdown files read. */
  readonly files: number;
  /** Those of them that hold an item. */
  readonly specs: number;
  readonly items: number;
  readonly links: number;
  /** Rules that are not off. */
  readonly rules: number;
}

/** Workspace and checkers together: what the language server and the command line talk to. */
export class Engine {
  readonly workspace: Workspace;
  readonly #levels: ReadonlyMap<string, RuleLevel>;
  readonly #once: boolean;
  #checkers = new Map<Project, Checker>();
  #changes = 0;
  #isComplete: boolean;
  readonly #lying = new PathsByProject();

  constructor({ levels = new Map(), once = false, isReading = false, ...options }: EngineOptions) {
    this.#levels = levels;
    this.#once = once;
    this.#isComplete = !isReading;
    this.workspace = new Workspace({ ...options, ruleIds: rules.map(({ id }) => id) });
  }

  /** How often something has changed. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether files can be judged beside those to which they link, see `EngineOptions.isReading`. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** All files have been read. */
  complete(): void {
    this.#isComplete = true;
  }

  apply(changes: readonly Change[]): EngineChange {
    this.#changes++;
    const applied = this.workspace.apply(changes);
    const changed = new Set(applied.files);
    if (applied.projects) {
      const projects = this.workspace.projects();
      this.#checkers = new Map(
        projects.map((project) => [
          project,
          this.#checkers.get(project) ?? new Checker(project, this.#once, this.#levels),
        ]),
      );
      for (const project of projects) changed.add(project.configUri);
    }
    for (const [project, checker] of this.#checkers) {
      // A file may also have left a project for another one.
      const paths = [...applied.files].flatMap((uri) => pathOf(project.root, uri) ?? []);
      for (const path of checker.apply(paths, applied.changed.get(project))) changed.add(project.uriOf(path));
      if (applied.structure) changed.add(project.configUri);
    }
    return { changed, structure: applied.structure, wanted: applied.wanted };
  }

  /** In a quiet moment: gives back the room of what has gone out of date. True where what was looked up for a roadmap is gone with it. */
  tidy(): boolean {
    return this.workspace.projects().filter((project) => project.tidy()).length > 0;
  }

  /** Complete and in order of place; what is due is checked now. */
  problems(uri: string): readonly Problem[] {
    if (!this.#isComplete) return this.#problemsOfText(uri);
    if (this.workspace.isConfig(uri)) return this.#configProblems(uri);
    const located = this.workspace.locate(uri);
    const checker = located && this.#checkers.get(located.project);
    if (located === undefined || checker === undefined) return [];
    return problemsOf(located.project, located.path, (path) => checker.findings(path), this.#levels);
  }

  /** What can be said about a text before its neighbours are known. */
  #problemsOfText(uri: string): readonly Problem[] {
    const located = this.workspace.locate(uri);
    const checker = located && this.#checkers.get(located.project);
    if (located === undefined || checker === undefined || this.workspace.isConfig(uri)) return [];
    const { project, path } = located;
    return problemsOf(project, path, () => checker.findingsOfText(path), this.#levels).filter(({ rule }) =>
      textRules.has(rule),
    );
  }

  /** Which problems a file has, as far as it has been checked: quick enough to be asked for every file. */
  marks(project: Project, path: string): readonly Mark[] {
    const checker = this.#checkers.get(project);
    return checker === undefined ? [] : marksOf(project, path, checker, this.#levels);
  }

  /** Problems of a project that stand in no file, such as finding no specs at all where there is no configuration. */
  projectProblems(project: Project): readonly Problem[] {
    return project.config.present ? [] : projectProblems(this.#view(project, undefined), this.#levels);
  }

  /** All that answers depend on, as `Workspace.state` has it, and the levels that a command line gives. */
  state(nameOf: (text: string) => string): readonly string[] | undefined {
    const lines = this.workspace.state(nameOf);
    return lines && [...lines, ...Array.from(this.#levels, (level) => `level ${JSON.stringify(level)}`)];
  }

  /**
   * What a check of the very same workspace found earlier, by URI and as `found` gave it, need not be looked for again. With
   * what `looks` gave then, it holds for as long as nothing changes that it rests on, without that until anything changes.
   */
  recall(
    packed: (uri: string) => string | undefined,
    looks: (name: string) => Packed | undefined = () => undefined,
  ): void {
    for (const [project, checker] of this.#checkers) {
      const own = new Map(checker.rules.map((rule) => [rule.id, rule]));
      const forms = new Map<string, string>();
      checker.recall((path) => {
        const text = packed(project.uriOf(path));
        const file = project.summary(path);
        return text === undefined || file === undefined ? undefined : unpackFindings(text, file, own, forms);
      });
      project.takeLooks(() => looks(looksOf(project)));
    }
  }

  /** Whether these have what the checks of every project looked at. */
  hasLooks(looks: (name: string) => Packed | undefined): boolean {
    return this.workspace.projects().every((project) => looks(looksOf(project)) !== undefined);
  }

  /** What the checks of each project look at, by a name of the project: for a workspace that is just the same. In small steps. */
  *looks(): Generator<void, readonly (readonly [name: string, packed: Packed])[]> {
    const looks: [string, Packed][] = [];
    for (const project of this.#once ? [] : this.workspace.projects())
      looks.push([looksOf(project), yield* project.packLooks()]);
    return looks;
  }

  /** What was found in each file in which anything was, packed, for the next start; undefined while a check is due. In small steps. */
  *found(): Generator<void, ReadonlyMap<string, string> | undefined> {
    const found = new Map<string, string>();
    for (const [project, checker] of this.#checkers) {
      for (const path of project.paths()) {
        yield;
        const known = checker.known(path);
        if (known === undefined) return undefined;
        if (known.length > 0) found.set(project.uriOf(path), packFindings(known, project.summary(path)!));
      }
    }
    return found;
  }

  /** Files whose check is still due, open ones first. */
  unchecked(): readonly string[] {
    const open: string[] = [];
    const closed: string[] = [];
    for (const [project, checker] of this.#checkers) {
      for (const path of checker.due()) {
        const uri = project.uriOf(path);
        (this.workspace.document(uri) === undefined ? closed : open).push(uri);
      }
    }
    return [...open, ...closed];
  }

  /** Files that can have problems: those that were read, and the configurations. */
  reportable(): readonly string[] {
    return this.workspace
      .projects()
      .flatMap((project) => [
        ...(project.config.present ? [project.configUri] : []),
        ...project.paths().map((path) => project.uriOf(path)),
      ]);
  }

  counts(project: Project): Counts {
    const checker = this.#checkers.get(project);
    const active = checker?.rules.filter(
      (rule) => (this.#levels.get(rule.id) ?? project.config.levels.get(rule.id) ?? rule.level) !== "off",
    );
    return { ...project.counts, rules: active?.length ?? 0 };
  }

  #configProblems(uri: string): readonly Problem[] {
    const file = this.workspace.configFile(uri);
    const project = this.workspace.projects().find(({ configUri }) => configUri === uri);
    return file === undefined || project === undefined ? [] : projectProblems(this.#view(project, file), this.#levels);
  }

  #view(project: Project, config: ConfigFile | undefined): ProjectView {
    const paths = (): readonly string[] => this.#lying.in(project, this.workspace);
    return {
      query: project.query,
      config,
      get paths() {
        return paths();
      },
    };
  }
}

const textRules: ReadonlySet<string> = new Set(rules.filter(isOfText).map(({ id }) => id));

function looksOf({ root }: Project): string {
  return `looks ${root}`;
}
