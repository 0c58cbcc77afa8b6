import { vocabulary } from "../base/packed.ts";
import { builtinKinds } from "./kinds.ts";
import { statusWords } from "./phase.ts";
import type { BodyLink, FieldValue, Mention, Site, Target } from "./summary.ts";

/** Words that are packed as their number in these lists; the compiler sees to it that none is unknown. */
export const sites: readonly Site[] = ["document", "nested", "heading", "table", "list"];
export const states: readonly FieldValue["state"][] = ["given", "not-given", "none"];
export const misfits: readonly FieldValue["misfit"][] = [undefined, "map", "list"];
export const targets: readonly Target["type"][] = ["name", "path", "url", "nested"];
export const mentionForms: readonly Mention["form"][] = ["prose", "wikilink", "section"];
export const bodyLinkForms: readonly BodyLink["form"][] = ["markdown", "image", "local"];

/** Words that stand in nearly every document. */
export const words = vocabulary([
  ...builtinKinds.map(({ name }) => name),
  ...builtinKinds.flatMap(({ fields }) => fields.map(({ name }) => name)),
  ...["true", "false"],
  ...statusWords.map(({ status }) => status),
]);

/**
 * How many numbers of four bytes stand in front: bytes of each number of a place and how many there are, bytes and letters
 * before the body, bytes and letters in all.
 */
export const headerNumbers = 6;
