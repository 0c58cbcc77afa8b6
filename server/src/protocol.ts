/**
 * What client and server say to each other beyond LSP. Imports nothing, so that the client may import it
 * without pulling in the engine. Method names, parameters and results stand together.
 */

/** Values of `type` in the block at the top of a document that make the client start the server: every built-in kind and its other names. */
export const serverTypes: readonly string[] =
  "vision goal objective kpi metric feature epic initiative bet prd spec brief one-pager pr-faq requirement audience persona segment insight launch decision".split(
    " ",
  );

/** A zero-based LSP range, spelled out because this file imports nothing. */
export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface ProtocolLocation {
  readonly uri: string;
  readonly range: ProtocolRange;
}

// ---------------------------------------------------------------- the roadmap

/** The groupings that the server offers, in the order of the menu. */
export const roadmapGroupings = "throughline/roadmap/groupings";
export type RoadmapGroupings = readonly { readonly id: string; readonly title: string }[];

/** The rows below `row`, or the groups when `row` is absent. */
export const roadmapChildren = "throughline/roadmap/children";
export interface RoadmapChildrenParams {
  readonly by: string;
  readonly row?: string;
  /** A query: words, and conditions such as `owner:ana`; empty shows all. */
  readonly filter?: string;
  /** `date` unless said. */
  readonly sort?: string;
  /** Done and dropped items stand in their groups instead of one folded row. */
  readonly showDone?: boolean;
}
export interface RoadmapChildren {
  readonly rows: readonly RoadmapRow[];
  /** How many items the project has, and how many the filter leaves. */
  readonly total: number;
  readonly shown: number;
  /** What of the filter cannot be meant, above all rows: the rest of it applies. */
  readonly wrong?: string;
}

export interface RoadmapRow {
  /** Path of group and item keys plus an ordinal: stable while the plan is, unique even with duplicate items. */
  readonly id: string;
  readonly label: string;
  /** `Q1 2027 · ana`, without the field grouped by. */
  readonly description: string;
  /** What a screen reader says: "One-tap pay, feature, in progress, on track, owner Ana, first quarter 2027, 2 problems". */
  readonly spoken: string;
  /** `group`, `done` (the folded row), `item`, or `gap` (what a document lacks). */
  readonly type: "group" | "done" | "item" | "gap";
  /** A ThemeIcon id, and a theme colour such as `charts.red`. */
  readonly icon: string;
  readonly color?: string;
  readonly children: "none" | "collapsed" | "expanded";
  /** For items: the kind, the key for `Set Field…` and friends, and where a click goes. */
  readonly kind?: string;
  readonly item?: string;
  readonly location?: ProtocolLocation;
  /** Whether it has addresses on the web. */
  readonly addressed?: boolean;
  /** For a requirement with a box: whether it is ticked. */
  readonly ticked?: boolean;
  /** For a gap: the field that would fill it. */
  readonly field?: string;
  /** The worst problem of the item or below it, and how many the item itself has: for the decoration. */
  readonly worst?: "error" | "warning" | "information";
  readonly problems?: number;
}

/** Markdown for one row, asked for when the pointer rests on it. */
export const roadmapTooltip = "throughline/roadmap/tooltip";
export interface RoadmapRowParams {
  readonly by: string;
  readonly row: string;
  readonly filter?: string;
  readonly sort?: string;
  readonly showDone?: boolean;
}

/** The row of the item at a place, with the ids of the rows around it from the top; empty when there is none. */
export const roadmapReveal = "throughline/roadmap/reveal";
export interface RoadmapRevealParams {
  readonly by: string;
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  readonly filter?: string;
  readonly sort?: string;
  readonly showDone?: boolean;
}
export type RoadmapReveal = readonly RoadmapRow[];

/**
 * What the roadmap panel draws: its rows, the arrows of one of them, the KPIs, and what is traced to what. The client hands the
 * questions of the panel on and its answers back; only the server and the panel know what they are (`server/src/panel/data.ts`).
 * A move is answered by an `EditAnswer`, which is empty where the document says another time by now than the panel has shown.
 */
export const panelRows = "throughline/panel/rows";
export const panelLinks = "throughline/panel/links";
export const panelKpis = "throughline/panel/kpis";
export const panelTrace = "throughline/panel/trace";
export const panelMove = "throughline/panel/move";

/** A moment of a repository: a name that git knows, where two have parted from each other, or how it was when a day began. */
export type Revision =
  | { readonly type: "name"; readonly names: readonly [string] | readonly [string, string] }
  | { readonly type: "since"; readonly day: string };

/** What changed since then; `name` is what people call it. Where there is no history the method does not exist. */
export const roadmapDiff = "throughline/roadmap/diff";
export interface RoadmapDiffParams {
  readonly revision: Revision;
  readonly name: string;
}
export interface RoadmapDiff {
  /** Why nothing can be said. */
  readonly problem?: string;
  /** All of it as Markdown. */
  readonly markdown: string;
  readonly items: readonly ChangedItem[];
}
/** For the row of an item: a letter, and what happened. */
export interface ChangedItem {
  readonly uri: string;
  readonly item: string;
  readonly badge: string;
  readonly says: string;
}

/** Server to client: what the tree shows has changed; without `rows` everything may have. */
export const roadmapChanged = "throughline/roadmap/changed";
export interface RoadmapChanged {
  readonly rows?: readonly string[];
}

/** The client's command that figures above a line call where it has it, with the place of the item they are about. */
export const revealCommand = "throughline.reveal";
export interface RevealArgument {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** The client's command that opens the list of suggestions: what follows a field can be chosen at once. */
export const suggestCommand = "editor.action.triggerSuggest";

// ---------------------------------------------------------------- state of the server

/** Server to client, after the first scan and whenever a figure changes. */
export const statusChanged = "throughline/status";
export interface ServerStatus {
  readonly state: "scanning" | "ready" | "no-specs" | "broken-config";
  readonly files: number;
  readonly specs: number;
  readonly items: number;
  readonly errors: number;
  readonly warnings: number;
  /** Where the configuration is broken, or absent. */
  readonly config?: ProtocolLocation;
  /** A sentence when not everything could be read. */
  readonly note?: string;
}

/** Developer view: what the server holds and how long things took, as Markdown text. No parameters. */
export const serverStatus = "throughline/serverStatus";

/** Developer view: the tree of the document as remark reads it, as text. */
export const syntaxTree = "throughline/syntaxTree";
export interface SyntaxTreeParams {
  readonly uri: string;
}

// ---------------------------------------------------------------- items and edits

/** An item by its key, and the file it is in: several may go by one id. */
export interface ItemPlace {
  readonly item: string;
  readonly uri?: string;
}

export interface EditAnswer {
  /** An LSP WorkspaceEdit. */
  readonly edit?: unknown;
  readonly refusal?: string;
  /** Kinds to choose from, the likeliest first. */
  readonly choices?: readonly { readonly value: string; readonly label: string; readonly detail?: string }[];
}

/** The client's command that asks a person for a field's value and sets it, with the place of the item and the field's name. */
export const setFieldCommand = "throughline.setField";
export interface SetFieldArgument extends RevealArgument {
  readonly field: string;
}

/** The client's command that opens an address. */
export const openCommand = "vscode.open";

// ---------------------------------------------------------------- files through the client

/** Server to client, for places that only the client can reach: every Markdown file, configuration and `.gitignore` below a folder. */
export const filesList = "throughline/files/list";
export interface FilesListParams {
  readonly folder: string;
  /** Names of configuration files to list besides `throughline.yaml`. */
  readonly names?: readonly string[];
}
export interface FilesList {
  readonly uris: readonly string[];
  /** True when there are more than the client lists in such a place (5,000). */
  readonly more?: boolean;
}
/** At most 64 files a request; the texts stand in the order asked for, null for what could not be read. */
export const filesRead = "throughline/files/read";
export interface FilesReadParams {
  readonly uris: readonly string[];
}
export type FilesRead = readonly (string | null)[];

/** What the client hands over with `initialize`. */
export interface InitializationOptions {
  /** Files come through the client: on the web, or where the folder is not on a disk. */
  readonly filesThroughClient?: boolean;
  /** The client keeps quiet about symbols that VS Code's Markdown shows already. */
  readonly withoutDocumentSymbols?: boolean;
  /** False where the person has not said that the folder can be trusted: git is not asked there. */
  readonly trusted?: boolean;
  /** The folder, as a URI, in which the server may keep what it has read for the next start; false for none. */
  readonly cache?: string | false;
  /** The client colours ids by a grammar, and another server may colour the rest. */
  readonly withoutSemanticTokens?: boolean;
  /** The client's editor completes paths and anchors in Markdown links itself. */
  readonly withoutPathCompletion?: boolean;
  /** Commands that the client answers, for what can be clicked; without them figures are only text. */
  readonly commands?: readonly string[];
  /** The client knows the notices of ours about figures and the roadmap; others would only write down that they do not. */
  readonly notices?: boolean;
  /** For tests and demonstrations: the day that counts as today, `YYYY-MM-DD`. */
  readonly today?: string;
}
