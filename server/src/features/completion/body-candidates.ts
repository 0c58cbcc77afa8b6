import type { Document } from "../../base/document.ts";
import { memo } from "../../base/memo.ts";
import { findFences } from "../../syntax/frontmatter-fences.ts";
import { readMarkdown } from "../../syntax/markdown.ts";
import type { State } from "../feature.ts";
import { addressOffer, anchorOffer, wikilinkOffer } from "./address-candidates.ts";
import type { Asker } from "./asker.ts";
import { type BodyLine, lineAround } from "./body-line.ts";
import { bodyPlace } from "./body-place.ts";
import type { Offer } from "./candidate.ts";
import { cellOffer } from "./cell-candidates.ts";
import { idOffer, requirementOffer } from "./id-candidates.ts";
import { labelOffers } from "./label-candidates.ts";
import { sectionOffer } from "./section-candidates.ts";

/** What may be written at a place in the text of one of our documents. */
export function bodyOffers(
  document: Document,
  offset: number,
  asker: Asker,
  { options }: State,
  isAsked: boolean,
): readonly (Offer | undefined)[] {
  const file = asker.project.summary(asker.path);
  if (file === undefined || file.items.length === 0) return [];
  const line = lineAround(document, offset);
  const offers = offersOn(line, asker, options.withoutPathCompletion === true, isAsked);
  const some = offers.filter((offer) => offer !== undefined && offer.candidates.length > 0);
  // What the line looks like, it is nearly always; only then it is worth reading the whole text.
  return some.length === 0 || !isText(document, offset) ? [] : some;
}

function offersOn(
  line: BodyLine,
  asker: Asker,
  withoutPaths: boolean,
  isAsked: boolean,
): readonly (Offer | undefined)[] {
  const place = bodyPlace(line.before, line.behind, line.offset);
  switch (place?.type) {
    case "wikilink":
      return [wikilinkOffer(place, asker)];
    case "path":
      return [addressOffer(place, asker, withoutPaths)];
    case "anchor":
      return withoutPaths ? [] : [anchorOffer(place, asker)];
    case "requirement":
      return [requirementOffer(place, asker)];
    default: {
      const field = cellOffer(line, asker) ?? labelOffers(line, asker);
      if (field !== undefined) return field;
      return [place === undefined ? undefined : idOffer(place, line, asker), sectionOffer(line, asker, isAsked)];
    }
  }
}

/** Neither code nor HTML nor a comment. */
function isText(document: Document, offset: number): boolean {
  const { blocks, comments } = read(document);
  const holds = ({ span }: { readonly span: { readonly start: number; readonly end: number } }): boolean =>
    span.start < offset && offset <= span.end;
  return (
    !comments.some(holds) && !blocks.some((block) => (block.type === "code" || block.type === "html") && holds(block))
  );
}

const read = memo(({ text }: Document) => readMarkdown(text, findFences(text)?.bodyStart ?? 0));
