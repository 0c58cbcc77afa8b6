import type { BodyLink, FieldValue, Mention, Site, Target } from "./summary.ts";

/** Words that are packed as their number in these lists; the compiler sees to it that none is unknown. */
export const sites: readonly Site[] = ["document", "nested", "heading", "table", "list"];
export const states: readonly FieldValue["state"][] = ["given", "not-given", "none"];
export const misfits: readonly FieldValue["misfit"][] = [undefined, "map", "list"];
export const targets: readonly Target["type"][] = ["name", "path", "url", "nested"];
export const mentionForms: readonly Mention["form"][] = ["prose", "wikilink", "section"];
export const bodyLinkForms: readonly BodyLink["form"][] = ["markdown", "image", "local"];
