import { callHierarchy } from "./call-hierarchy.ts";
import { changePrefixFeature } from "./change-prefix.ts";
import { codeAction } from "./code-action.ts";
import { codeLens } from "./code-lens.ts";
import { completion } from "./completion.ts";
import { definition } from "./definition.ts";
import { documentHighlight } from "./document-highlight.ts";
import { documentLink } from "./document-link.ts";
import { documentRows } from "./document-rows.ts";
import { documentSymbol } from "./document-symbol.ts";
import type { Feature } from "./feature.ts";
import { foldingRange } from "./folding-range.ts";
import { hover } from "./hover.ts";
import { inlayHint } from "./inlay-hint.ts";
import { insertFeature } from "./insert.ts";
import { insertChoicesFeature } from "./insert-choices.ts";
import { itemAddressesFeature } from "./item-addresses.ts";
import { itemFieldsFeature } from "./item-fields.ts";
import { linkTextFeature } from "./link-text.ts";
import { newDocumentFeature } from "./new-document.ts";
import { panelFeature } from "./panel.ts";
import { previewFeature } from "./preview.ts";
import { references } from "./references.ts";
import { rename } from "./rename.ts";
import { renameKeepingFeature } from "./rename-keeping.ts";
import { roadmapChildren } from "./roadmap-children.ts";
import { roadmapChoices } from "./roadmap-choices.ts";
import { roadmapDrop } from "./roadmap-drop.ts";
import { roadmapGroupings } from "./roadmap-groupings.ts";
import { roadmapNarrow } from "./roadmap-narrow.ts";
import { roadmapReveal } from "./roadmap-reveal.ts";
import { roadmapSaveView } from "./roadmap-save-view.ts";
import { roadmapTooltip } from "./roadmap-tooltip.ts";
import { selectionRange } from "./selection-range.ts";
import { semanticTokens } from "./semantic-tokens.ts";
import { status } from "./status.ts";
import { tick } from "./tick.ts";
import { trackFeature } from "./track.ts";
import { willRenameFiles } from "./will-rename-files.ts";
import { workspaceSymbol } from "./workspace-symbol.ts";

/** Everything the server can do when asked, one line each. */
export const features: readonly Feature[] = [
  completion,
  codeAction,
  itemFieldsFeature,
  itemAddressesFeature,
  linkTextFeature,
  documentRows,
  tick,
  trackFeature,
  newDocumentFeature,
  insertChoicesFeature,
  insertFeature,
  previewFeature,
  hover,
  definition,
  references,
  documentHighlight,
  documentLink,
  documentSymbol,
  workspaceSymbol,
  foldingRange,
  selectionRange,
  codeLens,
  inlayHint,
  semanticTokens,
  callHierarchy,
  rename,
  renameKeepingFeature,
  changePrefixFeature,
  willRenameFiles,
  roadmapChildren,
  roadmapDrop,
  roadmapGroupings,
  roadmapChoices,
  roadmapNarrow,
  roadmapSaveView,
  roadmapReveal,
  roadmapTooltip,
  panelFeature,
  status,
];
