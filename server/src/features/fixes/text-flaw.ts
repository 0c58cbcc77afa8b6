import { say } from "../../base/say.ts";
import { frontmatterOf } from "../../edits/find-map.ts";
import { configBody } from "../../model/config-body.ts";
import type { Frontmatter } from "../../syntax/frontmatter.ts";
import { readYaml } from "../../syntax/yaml.ts";
import { removeField } from "../../syntax/yaml-edit.ts";
import { entryAt } from "../twin-key.ts";
import { type Fix, inPlace, spanOf } from "./fix.ts";

const rules = new Set([
  "frontmatter-unparsable",
  "frontmatter-unclosed",
  "frontmatter-not-first",
  "duplicate-key",
  "config-invalid",
]);

/** The reader of the block at the top, and of a configuration, knows how to mend what it found. */
export const textFlaw: Fix = {
  mends: ({ rule }) => rules.has(rule),
  actions(context) {
    const { problem, document } = context;
    const { start } = spanOf(context);
    const isConfig = problem.rule === "config-invalid";
    const { flaws, map } = isConfig ? readConfigText(document.text) : frontmatterOf(document);
    const flaw = flaws.find((candidate) => candidate.rule === problem.rule && candidate.span.start === start);
    // What was read whole means the same when it is mended.
    const isSafe = flaw?.recovered === true && flaw.rule !== "duplicate-key";
    if (flaw !== undefined) return flaw.fix === undefined ? [] : inPlace(flaw.fix.title, flaw.fix.edits, { isSafe });
    // Two names of one field are no flaw of the text, but the second is taken out in the same way.
    const twin = map === undefined ? undefined : entryAt(map, start);
    if (twin === undefined) return [];
    const { text: name } = twin.entry.key;
    return inPlace(say`Take “${name}” out`, removeField(document.text, twin.map, name));
  },
};

function readConfigText(text: string): Pick<Frontmatter, "flaws" | "map"> {
  return { flaws: readYaml(text, configBody(text), "config-invalid").flaws, map: undefined };
}
