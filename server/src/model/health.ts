import { say, type Words } from "../base/say.ts";

export type Health = (typeof healths)[number];

/** From best to worst. */
export const healths = ["on-track", "at-risk", "off-track"] as const;

/** What somebody says about how it goes: "at-risk: vendor contract". */
export interface StatedHealth {
  readonly health: Health;
  /** The reason, empty where none is given. */
  readonly note: string;
}

/** Reads `on track`, `At-Risk: vendor contract`, `off_track – no budget`, `🔴 late` and traffic lights; undefined for other text. */
export function readHealth(text: string): StatedHealth | undefined {
  const plain = text.trim();
  const words = /^(?:on|at|off)[\s_-]*(?:track|risk)(?![\p{L}\p{N}])|^[\p{L}]+|^[🟢🟡🟠🔴✅⚠❌]/iu.exec(plain)?.[0];
  if (words === undefined) return undefined;
  const health = known.get(words.toLowerCase().replace(/[\s_-]+/g, ""));
  if (health === undefined) return undefined;
  const note = plain.slice(words.length).replace(/^[\ufe0f\s:;,.–—-]+/u, "");
  // `🔴 off track: late` says it twice.
  const again = words.length <= 2 ? readHealth(note) : undefined;
  return again?.health === health ? again : { health, note: note.replace(/^\((.*)\)$/s, "$1") };
}

/** "At risk". */
export function showHealth(health: Health): Words {
  return healthLabels[health];
}

/** In a sentence: "at risk". */
export function healthWord(health: Health): Words {
  return healthWords[health];
}

const healthLabels = { "on-track": say`On track`, "at-risk": say`At risk`, "off-track": say`Off track` };
const healthWords = { "on-track": say`on track`, "at-risk": say`at risk`, "off-track": say`off track` };

/** The worse of two, as far as there are two. */
export function worseHealth(a: Health | undefined, b: Health | undefined): Health | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return healths.indexOf(a) >= healths.indexOf(b) ? a : b;
}

const known = new Map<string, Health>(
  (
    [
      ["on-track", "ontrack green good 🟢 ✅"],
      ["at-risk", "atrisk yellow amber orange 🟡 🟠 ⚠"],
      ["off-track", "offtrack red late blocked 🔴 ❌"],
    ] as const
  ).flatMap(([health, words]) => words.split(" ").map((word): [string, Health] => [word, health])),
);
