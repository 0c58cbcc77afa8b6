import { type Document, documentOffset } from "../../base/document.ts";
import type { Words } from "../../base/say.ts";
import type { Span, TextEdit } from "../../base/span.ts";
import type { PlanEdit } from "../../edits/plan-edit.ts";
import type { Problem } from "../../rules/problem.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";
import type { Abilities } from "../abilities.ts";

/** How problems of some rules are mended: one file, one line in `all.ts`. */
export interface Fix {
  /** The ids of the rules, or a test for what the problem carries. */
  readonly mends: (problem: Problem) => boolean;
  /** It goes by what all documents write, see `tallyOf`: that is counted before it is asked for. */
  readonly counts?: true;
  /** What is on offer, the best one first. Empty where this problem cannot be mended so. */
  readonly actions: (context: FixContext) => readonly FixAction[];
}

export interface FixContext {
  readonly problem: Problem;
  readonly document: Document;
  readonly project: Project;
  readonly path: string;
  /** The item that the problem is about. */
  readonly found: Found | undefined;
  /** What this client can do beyond changing a text. */
  readonly can: Abilities;
  /** The text of another file; of a closed one only where an action names it in `reads`, and not before it is chosen. */
  readonly text: (uri: string) => Document | undefined;
  /** Ids that others have taken where this workspace does not see them. */
  readonly elsewhere: Iterable<string>;
  /** Ids that were given away by fixes that are made together with this one. */
  readonly taken: ReadonlySet<string>;
}

export interface FixAction {
  /** A short sentence in a product manager's words. */
  readonly title: Words;
  /** What changes, worked out when it is wanted; undefined where it turns out then that nothing can be done. */
  readonly edit?: () => PlanEdit | undefined;
  /** What this client is asked to do in the place of an edit, as where a person has to choose. */
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
  /** Why this cannot be done here, where people would look for it. */
  readonly disabled?: Words;
  /** Nobody could want anything else: it may be done unasked, when a document is saved. */
  readonly isSafe?: boolean;
  /** One way among others: it is not preferred, though it may stand first. */
  readonly isOption?: boolean;
  /**
   * It is there for all problems, and stands below what mends one. The text names what it does: of several problems at one
   * place only the first offers it.
   */
  readonly general?: string;
  /** URIs of closed files whose text the edit needs. */
  readonly reads?: readonly string[];
}

/** Edits of the document at hand that are known already; nothing where there are none. */
export function inPlace(
  title: Words,
  edits: readonly TextEdit[] | undefined,
  more: Pick<FixAction, "isSafe" | "isOption"> = {},
): readonly FixAction[] {
  return edits === undefined || edits.length === 0 ? [] : [{ title, edit: () => ({ edits }), ...more }];
}

/** Where a problem stands, as offsets. */
export function spanOf({ problem, document }: Pick<FixContext, "problem" | "document">): Span {
  const { start, end } = problem.range;
  return { start: documentOffset(document, start), end: documentOffset(document, end) };
}
