import type { Words } from "../base/say.ts";
import type { Span } from "../base/span.ts";
import type { RuleLevel } from "../model/level.ts";
import type { Entry, Item, Summary } from "../model/summary.ts";
import type { Query } from "../workspace/query.ts";
import type { ConfigFile } from "../workspace/workspace.ts";

/** One rule, one object, one file, one line in `all.ts`, one page in `docs/rules/`. The id is the file's name. */
export interface Rule {
  readonly id: string;
  /** A short sentence for lists: "An active feature without a KPI". */
  readonly title: string;
  readonly group: RuleGroup;
  /** What it is reported as; see `byPhase` for the rules that go by phase. */
  readonly level: RuleLevel;
  /** Whether a quick fix mends it. */
  readonly fixable: boolean;
  /** Reports what is wrong in `file`; other files are read through `query` alone. */
  readonly check?: (file: Summary, query: Query, report: (finding: Reported) => void) => void;
  /** Reports what is wrong with a project as a whole. */
  readonly checkProject?: (view: ProjectView, report: (finding: ProjectFinding) => void) => void;
}

export interface ProjectFinding extends Pick<Finding, "message" | "level" | "fixable" | "data"> {
  /** A place in its configuration. */
  readonly span?: Span;
}

/** What the rules about a whole project look at. */
export interface ProjectView {
  readonly query: Query;
  /** Undefined in a folder without a configuration. */
  readonly config: ConfigFile | undefined;
  /** Paths of every Markdown file of the project, those outside its globs too. */
  readonly paths: readonly string[];
}

export type RuleGroup =
  | "text"
  | "identity"
  | "completeness"
  | "links"
  | "time"
  | "state"
  | "kpi"
  | "people"
  | "wording"
  | "project"
  | "team";

export interface Finding {
  /** Where it stands, in the file that is checked. */
  readonly entry: Entry;
  /** One or two sentences: the title first, the id in brackets, what is wrong, why it matters, what to do. */
  readonly message: Words;
  /** The item it is about: its phase decides the level of the rules that go by phase, its key stands in reports. */
  readonly item?: Item;
  readonly related?: readonly Related[];
  /** Where the level depends on what was found: `recovered` text is a warning, not an error. */
  readonly level?: RuleLevel;
  /** `unnecessary` fades the text, `deprecated` strikes it through. */
  readonly tag?: "unnecessary" | "deprecated";
  /** Where it depends on the finding whether a quick fix mends it. */
  readonly fixable?: boolean;
  /**
   * What a quick fix needs to know; plain data. Some names mean the same for every rule: `replacement` is what was meant,
   * `replacements` may be meant; `field` is to be filled in; `set` are fields and values in turn that would settle it.
   */
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
}

/** A finding whose words are put together only where it is kept: for rules that may find very much in one document. */
export interface Reported extends Omit<Finding, "message"> {
  readonly message: Words | (() => Words);
}

export interface Related {
  /** Path of the file in the project. */
  readonly path: string;
  readonly entry: Entry;
  readonly message: Words;
}

/** "(phase)": a warning on an active item, a hint on a draft, silent when done or dropped. */
export const byPhase: RuleLevel = { active: "warning", draft: "hint" };
