import type { Project } from "../workspace/project.ts";
import { rules } from "./all.ts";
import type { Finding, Rule } from "./rule.ts";
import { teamRules } from "./team-rules.ts";

/** A finding and the rule that made it: the engine stamps the id, a rule never names itself. */
export interface Stamped {
  readonly rule: Rule;
  readonly finding: Finding;
}

/**
 * Checks the files of one project, each as seldom as possible: it keeps which keys a file's check looked at, and a file is
 * checked again only when one of those has another answer.
 */
export class Checker {
  readonly #project: Project;
  readonly #rules: readonly Rule[];
  readonly #checked = new Map<string, { readonly found: readonly Stamped[]; readonly keys: ReadonlySet<string> }>();
  readonly #readers = new Map<string, Set<string>>();
  readonly #due = new Set<string>();

  constructor(project: Project) {
    this.#project = project;
    this.#rules = [...rules, ...teamRules(project.config)];
  }

  get rules(): readonly Rule[] {
    return this.#rules;
  }

  /** Paths whose check is due. */
  due(): ReadonlySet<string> {
    return this.#due;
  }

  /** The file itself was read anew, or is gone. */
  touch(path: string): void {
    if (this.#project.summary(path) === undefined) {
      this.#forget(path);
      this.#due.delete(path);
    } else this.#due.add(path);
  }

  /** The answers under these keys differ now; returns the paths whose check is due because of them. */
  changed(keys: ReadonlySet<string>): readonly string[] {
    const paths = new Set<string>();
    for (const key of keys) for (const path of this.#readers.get(key) ?? []) paths.add(path);
    for (const path of paths) this.#due.add(path);
    return [...paths];
  }

  findings(path: string): readonly Stamped[] {
    if (this.#due.has(path) || !this.#checked.has(path)) this.#check(path);
    return this.#checked.get(path)?.found ?? [];
  }

  #check(path: string): void {
    this.#forget(path);
    this.#due.delete(path);
    const file = this.#project.summary(path);
    if (file === undefined) return;
    const keys = new Set<string>();
    const query = this.#project.ask((key) => keys.add(key));
    const found: Stamped[] = [];
    for (const rule of this.#rules) rule.check?.(file, query, (finding) => found.push({ rule, finding }));
    this.#checked.set(path, { found, keys });
    for (const key of keys) {
      const readers = this.#readers.get(key);
      if (readers === undefined) this.#readers.set(key, new Set([path]));
      else readers.add(path);
    }
  }

  #forget(path: string): void {
    const checked = this.#checked.get(path);
    if (checked === undefined) return;
    this.#checked.delete(path);
    for (const key of checked.keys) {
      const readers = this.#readers.get(key);
      readers?.delete(path);
      if (readers?.size === 0) this.#readers.delete(key);
    }
  }
}
