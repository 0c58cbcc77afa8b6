import { say, type Words } from "../base/say.ts";
import { type ConfigNames, namesFor, namesUnder } from "./config-names.ts";
import { configFile } from "./config-schema.ts";
import { type ConfigPart, saysOf, shapesOf } from "./config-shape.ts";

/** What a key or a value below some keys of a `throughline.yaml` is for; undefined where nobody has said it. */
export function configSays(path: readonly string[], word: string, names: ConfigNames): Words | undefined {
  const parts = path.reduce<readonly ConfigPart[]>((above, key) => below(above, key), [configFile]);
  const named = [...namesUnder(path, names), ...namesFor(path, names)].find(({ name }) => name === word)?.says;
  if (named !== undefined) return named;
  for (const key of below(parts, word, true)) {
    const says = saysOf(key);
    if (says !== undefined) return says;
  }
  return words[word];
}

/** What stands under a key; `isNamed` where only keys that the format itself has count. */
function below(parts: readonly ConfigPart[], key: string, isNamed = false): readonly ConfigPart[] {
  return parts.flatMap((part) =>
    shapesOf(part).flatMap(({ shape }): readonly ConfigPart[] => {
      if (shape.type === "list") return below([shape.item], key, isNamed);
      if (shape.type === "names") return isNamed ? [] : [shape.value];
      const child = shape.type === "map" ? shape.keys.get(key) : undefined;
      return child === undefined ? [] : [child];
    }),
  );
}

/** Words that mean the same wherever they may stand. */
const words: Readonly<Record<string, Words>> = {
  off: say`Nothing is reported.`,
  hint: say`Three dots in the editor; it is counted nowhere.`,
  information: say`Worth knowing, and nothing to act on.`,
  warning: say`Something to act on; a check still passes.`,
  error: say`A check fails.`,
  draft: say`Not agreed yet: what is missing is only hinted at.`,
  active: say`Agreed and under way: it counts in full.`,
  done: say`It is there.`,
  dropped: say`It will not come.`,
  text: say`Free words.`,
  person: say`One person or several, as behind \`owner\`.`,
  enum: say`One of the words under \`values\`.`,
  number: say`A number.`,
  measure: say`A figure with its unit: \`3 %\`, \`< 200 ms\`, \`$1.2M\`.`,
  date: say`A day, as in \`2026-11-30\`.`,
  timeframe: say`A day, a quarter, a range, a release, or now, next, later.`,
  link: say`Links to other items, of the kinds under \`to\`.`,
  url: say`An address.`,
  boolean: say`True or false.`,
};
