import type { RuleLevel } from "../model/level.ts";
import type { Changed } from "../workspace/changed.ts";
import type { Project } from "../workspace/project.ts";
import type { Query } from "../workspace/query.ts";
import { rules } from "./all.ts";
import { findingsIn, type Stamped } from "./findings-in.ts";
import { rulesFor } from "./levels.ts";
import type { Mark } from "./problem.ts";
import type { Rule } from "./rule.ts";
import { teamRules } from "./team-rules.ts";

/**
 * Checks the files of one project, each as seldom as possible: it keeps which keys a file's check looked at, and a file is
 * checked again only when one of those has another answer.
 */
export class Checker {
  readonly #project: Project;
  readonly #rules: readonly Rule[];
  readonly #levels: ReadonlyMap<string, RuleLevel>;
  /** Those that are not off; undefined where that is not the same for every file. */
  readonly #active: readonly Rule[] | undefined;
  readonly #checked = new Map<string, readonly Stamped[]>();
  /** By file, the other files whose findings name a place in it. */
  readonly #pointing = new Map<string, Set<string>>();
  readonly #due = new Set<string>();
  /** What `marksOf` made of what was found in files. It goes when they are checked again: nothing else may hold what they said. */
  readonly marks = new Map<string, readonly Mark[]>();

  readonly #once: boolean;
  /** What all files are checked with, where nothing changes any more. */
  #forAll: Query | undefined;
  /** What an earlier check found in files whose check is not due. */
  #recall: ((path: string) => readonly Stamped[] | undefined) | undefined;

  /** `once`: nothing will change any more, so nobody needs to know what a check looked at. */
  constructor(project: Project, once: boolean, levels: ReadonlyMap<string, RuleLevel>) {
    this.#project = project;
    this.#once = once;
    this.#levels = levels;
    this.#rules = [...rules, ...teamRules(project.config)];
    if (project.config.overrides.length === 0) this.#active = this.#rulesFor("");
  }

  get rules(): readonly Rule[] {
    return this.#rules;
  }

  /** Paths whose check is due. */
  due(): ReadonlySet<string> {
    return this.#due;
  }

  /** No check is due: this is what a check of the very same workspace has found in each file. */
  recall(found: (path: string) => readonly Stamped[] | undefined): void {
    this.#due.clear();
    this.#checked.clear();
    this.#pointing.clear();
    this.marks.clear();
    this.#recall = found;
  }

  /**
   * Files were read anew or are gone, and answers have changed. Returns the paths whose problems may look
   * different because of it: those whose check is due, and those that point at places in the files.
   */
  apply(touched: readonly string[], changed: Changed | undefined): ReadonlySet<string> {
    const paths = new Set<string>();
    this.#forAll = undefined;
    const gone = new Set<string>();
    for (const path of touched) {
      for (const other of this.#pointing.get(path) ?? []) paths.add(other);
      if (this.#project.summary(path) === undefined) {
        this.#forget(path);
        this.#due.delete(path);
        gone.add(path);
      } else this.#due.add(path);
    }
    for (const path of changed?.checks ?? []) {
      // What went earlier has been forgotten, and looks at nothing.
      if (gone.has(path)) continue;
      paths.add(path);
      this.#due.add(path);
    }
    return paths;
  }

  /** What was found in a file; undefined while its check is due. */
  known(path: string): readonly Stamped[] | undefined {
    return this.#due.has(path) ? undefined : (this.#checked.get(path) ?? this.#recalled(path));
  }

  findings(path: string): readonly Stamped[] {
    const known = this.known(path);
    if (known === undefined) this.#check(path);
    return known ?? this.#checked.get(path) ?? [];
  }

  /** What stands in the text of a file, whatever others say: quick, also while they are still being read. */
  findingsOfText(path: string): readonly Stamped[] {
    const file = this.#project.summary(path);
    const rules = this.#active ?? this.#rulesFor(path);
    const places = this.#project.places(path);
    return file === undefined ? none : findingsIn(file, places, this.#project.query, rules.filter(isOfText));
  }

  #recalled(path: string): readonly Stamped[] | undefined {
    const recalled = this.#recall?.(path);
    if (recalled !== undefined) this.#put(path, recalled);
    return recalled;
  }

  #check(path: string): void {
    this.#due.delete(path);
    const file = this.#project.summary(path);
    if (file === undefined) this.#forget(path);
    else {
      const rules = this.#active ?? this.#rulesFor(path);
      const places = this.#project.places(path);
      const look = (query: Query): readonly Stamped[] => findingsIn(file, places, query, rules);
      this.#put(
        path,
        this.#once ? look((this.#forAll ??= this.#project.askForAll())) : this.#project.check(path, look),
      );
    }
    if (this.#due.size === 0) this.#project.rest();
  }

  #rulesFor(path: string): readonly Rule[] {
    return rulesFor(path, this.#rules, this.#project.config, this.#levels);
  }

  #put(path: string, found: readonly Stamped[]): void {
    this.#unpoint(path);
    this.marks.delete(path);
    this.#checked.set(path, found);
    if (found.length === 0) return;
    for (const other of placesNamed(found)) {
      const pointing = this.#pointing.get(other);
      if (pointing === undefined) this.#pointing.set(other, new Set([path]));
      else pointing.add(path);
    }
  }

  #forget(path: string): void {
    this.#unpoint(path);
    this.marks.delete(path);
    this.#checked.delete(path);
    this.#project.forgetCheck(path);
  }

  #unpoint(path: string): void {
    const before = this.#checked.get(path);
    if (before === undefined || before.length === 0) return;
    for (const other of placesNamed(before)) {
      const pointing = this.#pointing.get(other);
      if (pointing?.delete(path) && pointing.size === 0) this.#pointing.delete(other);
    }
  }
}

/** Whether a rule looks at what stands in a text, and at no other. */
export function isOfText({ group }: Rule): boolean {
  return group === "text";
}

/** Of most files nothing is said. */
const none: readonly Stamped[] = [];

function placesNamed(found: readonly Stamped[]): ReadonlySet<string> {
  return new Set(found.flatMap(({ finding }) => (finding.related ?? []).map(({ path }) => path)));
}
