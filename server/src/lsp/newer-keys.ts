import type { Document } from "../base/document.ts";
import { twinOf } from "../features/twin-key.ts";
import type { SchemaKind } from "../model/schema.ts";
import type { Problem } from "../rules/problem.ts";
import type { Lines } from "./documents.ts";

/**
 * Of a field that is given twice, a finding stands on the one that came later to the text, not to the eye: who begins a field
 * above the one that was there has done nothing to that one.
 */
export class NewerKeys {
  /** By document, the messages of findings that belong on the first of two names. */
  readonly #first = new Map<string, Set<string>>();

  /** `edited` are the lines of the last edit. */
  place(
    document: Document,
    problems: readonly Problem[],
    edited: Lines | undefined,
    kind: SchemaKind | undefined,
  ): readonly Problem[] {
    const doubles = problems.filter(({ rule }) => rule === "duplicate-key");
    if (doubles.length === 0) {
      this.#first.delete(document.uri);
      return problems;
    }
    const first = this.#first.get(document.uri) ?? new Set();
    this.#first.set(document.uri, first);
    const isEdited = (line: number): boolean => edited !== undefined && edited.first <= line && line <= edited.last;
    return problems.map((problem) => {
      const twin = twinOf(document, problem, kind);
      if (twin === undefined) return problem;
      const name = String(problem.message);
      if (isEdited(problem.range.start.line)) first.delete(name);
      else if (isEdited(twin.start.line)) first.add(name);
      return first.has(name) ? { ...problem, range: twin } : problem;
    });
  }

  forget(uri: string): void {
    this.#first.delete(uri);
  }
}
