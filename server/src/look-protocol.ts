/**
 * What client and server say to each other about how the plan is looked at: groupings, orders, queries and views of the
 * roadmap, and ids in the preview of a document. Imports nothing, as `protocol.ts`.
 */

/** Beside the groupings of the list: the fields to group by, the orders of rows, and the views of the team. */
export const roadmapChoices = "throughline/roadmap/choices";
export interface RoadmapChoices {
  readonly fields: readonly { readonly id: string; readonly title: string; readonly says: string }[];
  readonly sorts: readonly { readonly id: string; readonly title: string; readonly says: string }[];
  readonly views: readonly RoadmapSavedView[];
}
/** A view of `throughline.yaml`; what it does not say stays as it is. */
export interface RoadmapSavedView extends Partial<RoadmapLook> {
  readonly name: string;
  /** "Owner · RICE score · timeframe<=next-quarter". */
  readonly says: string;
}
/** How somebody looks at the roadmap. */
export interface RoadmapLook {
  readonly by: string;
  readonly filter?: string;
  readonly sort?: string;
  readonly showDone?: boolean;
}

/** From which sides the roadmap can be narrowed, and what is wrong with its query. */
export const roadmapNarrow = "throughline/roadmap/narrow";
export interface RoadmapNarrowParams extends RoadmapLook {
  /** Chooses these values on a side first, in the place of those that were. */
  readonly choose?: { readonly facet: string; readonly values: readonly string[] };
}
export interface RoadmapNarrow {
  /** The query, with what was chosen. */
  readonly filter: string;
  readonly total: number;
  readonly shown: number;
  readonly problems: readonly RoadmapFilterProblem[];
  readonly facets: readonly RoadmapFacet[];
}
export interface RoadmapFilterProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** The whole query with what was probably meant. */
  readonly mended?: string;
}
export interface RoadmapFacet {
  readonly id: string;
  readonly title: string;
  readonly icon: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly count: number;
    readonly isChosen: boolean;
  }[];
}

/** Writes a look into `throughline.yaml` under a name; answers an `EditAnswer`. */
export const roadmapSaveView = "throughline/roadmap/saveView";
export interface RoadmapSaveViewParams extends RoadmapLook {
  readonly name: string;
}

/** What the ids in the text of a document lead to, for its preview. */
export const preview = "throughline/preview";
export type PreviewParams = { readonly uri: string };
export interface PreviewItem {
  /** As the text writes it: `FEAT-12`, `PRD-1/FR-2`, or what stands in `[[ ]]`. */
  readonly name: string;
  /** "One-tap pay · feature · Q1 2027 · ana". */
  readonly tip: string;
  /** "in progress"; empty for what has none. */
  readonly status: string;
  readonly phase: "draft" | "active" | "done" | "dropped";
  /** Relative to the document; undefined for what it defines itself. */
  readonly href?: string;
}
