import { codeAction } from "./code-action.ts";
import { completion } from "./completion.ts";
import { definition } from "./definition.ts";
import { documentHighlight } from "./document-highlight.ts";
import { documentLink } from "./document-link.ts";
import type { Feature } from "./feature.ts";
import { hover } from "./hover.ts";
import { itemFieldsFeature } from "./item-fields.ts";
import { newDocumentFeature } from "./new-document.ts";
import { references } from "./references.ts";
import { roadmapChildren } from "./roadmap-children.ts";
import { roadmapGroupings } from "./roadmap-groupings.ts";
import { roadmapReveal } from "./roadmap-reveal.ts";
import { roadmapTooltip } from "./roadmap-tooltip.ts";
import { status } from "./status.ts";
import { trackFeature } from "./track.ts";

/** Everything the server can do when asked, one line each. */
export const features: readonly Feature[] = [
  completion,
  codeAction,
  itemFieldsFeature,
  trackFeature,
  newDocumentFeature,
  hover,
  definition,
  references,
  documentHighlight,
  documentLink,
  roadmapChildren,
  roadmapGroupings,
  roadmapReveal,
  roadmapTooltip,
  status,
];
