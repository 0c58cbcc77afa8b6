import { nearest } from "../../base/nearest.ts";
import { anyOf, say } from "../../base/say.ts";
import { type Slip, slip } from "../../model/config-problem.ts";
import { healths, readHealth } from "../../model/health.ts";
import { foldStatus, type Phase, phases, plainStatus, statusWords } from "../../model/phase.ts";
import { canonicalName, isKind, kindNamed } from "../../model/schema.ts";
import { itemFacts } from "../item-facts.ts";
import { statusOf } from "../plan.ts";
import type { Found } from "../query.ts";
import { settledHealth } from "../settled-health.ts";
import { type Ask, holds, isOrdering, type Made, textsOf, usedTexts } from "./ask.ts";

/** `kind:feature` with those that a team derives from it, `kind=feature` alone. */
export function askKind(ask: Omit<Ask, "fields">): ((found: Found) => boolean) | Slip {
  const { query, value, sign } = ask;
  if (isOrdering(sign)) return noOrder(ask);
  const { schema } = query.config;
  const kind =
    kindNamed(value, schema)?.kind ??
    [...schema.kinds.values()].find(({ plural }) => plural.toLowerCase() === value.toLowerCase());
  if (kind === undefined) return unknown(ask, [...schema.kindNames.keys()], [...schema.kinds.keys()]);
  if (sign === "=") return ({ item }) => item.kind === kind.name;
  return ({ item }) => isKind(schema, item.kind, [kind.name]);
}

/** Draft, active, done or dropped, whatever words the team has for them. */
export function askPhase(ask: Omit<Ask, "fields">): ((found: Found) => boolean) | Slip {
  if (isOrdering(ask.sign)) return noOrder(ask);
  const phase = phaseNamed(ask.value);
  if (phase === undefined) return unknown(ask, phases, phases);
  return (found) => itemFacts(ask.query, found).phase === phase;
}

/** A word of the team, however it is spelled; draft, active, done and dropped stand for all words of theirs. */
export function askStatus(ask: Ask): Made {
  const { query, value } = ask;
  if (isOrdering(ask.sign)) return noOrder(ask);
  const folded = foldStatus(plainStatus(value));
  const phase = phaseNamed(value);
  // Ten thousand items have few words for it.
  const known = new Map<string, boolean>();
  const hasWord = (found: Found): boolean => {
    const status = statusOf(found);
    if (status === undefined) return false;
    let hit = known.get(status);
    if (hit === undefined) known.set(status, (hit = isStatus(status, folded)));
    return hit;
  };
  const { kinds } = query.config.schema;
  if (phase !== undefined) {
    const isInPhase = (found: Found): boolean => itemFacts(query, found).phase === phase;
    // Unless a team means something else by it, whoever has the word is in the phase.
    const isOther = [...kinds.values()].some(({ statuses }) => statuses.has(folded));
    return isOther ? (found) => isInPhase(found) || hasWord(found) : isInPhase;
  }
  const own = [...kinds.values()].flatMap(({ ownStatuses }) => ownStatuses);
  const words = [...statusWords, ...own].map(({ status }) => status);
  if (!words.some((status) => foldStatus(status) === folded)) {
    const used = usedTexts(ask);
    if (!used.some((status) => isStatus(status, folded))) return unknown(ask, [...words, ...used], phases);
  }
  return hasWord;
}

/** "In progress" of `in-progress: waits for legal`. */
function isStatus(written: string, folded: string): boolean {
  const status = foldStatus(plainStatus(written));
  return status === folded || (status.startsWith(folded) && /[^\p{L}\p{N}]/u.test(status.charAt(folded.length)));
}

function phaseNamed(word: string): Phase | undefined {
  const folded = word.trim().toLowerCase();
  return phases.find((phase) => phase === folded);
}

/** How it goes, as the roadmap shows it: said by hand, or by the plan. */
export function askHealth(ask: Ask): Made {
  if (isOrdering(ask.sign)) return noOrder(ask);
  const wanted = canonicalName(ask.value) === "unknown" ? "unknown" : readHealth(ask.value)?.health;
  const words = [...healths, "unknown"];
  if (wanted === undefined) return unknown(ask, words, words);
  return (found) => (settledHealth(ask.query, found).shown ?? "unknown") === wanted;
}

/** One of the words that a field may have; they have the order in which the configuration lists them. */
export function askEnum(ask: Ask): Made {
  const { sign, value, fields } = ask;
  const wanted = canonicalName(value);
  const offered = [...new Set(fields.flatMap(({ values }) => values))];
  const isKnown = offered.some((word) => canonicalName(word) === wanted);
  if (!isKnown && (isOrdering(sign) || !usedTexts(ask).some((word) => canonicalName(word) === wanted)))
    return unknown(ask, offered, offered);
  return (found, field) =>
    textsOf(found, field.name).some((text) => {
      const word = canonicalName(text);
      if (!isOrdering(sign)) return word === wanted;
      const order = field.values.map(canonicalName);
      const [at, than] = [order.indexOf(word), order.indexOf(wanted)];
      return at >= 0 && than >= 0 && holds(sign, at - than);
    });
}

export function askBoolean(ask: Ask): Made {
  if (isOrdering(ask.sign)) return noOrder(ask);
  const wanted = truth.get(ask.value.toLowerCase());
  if (wanted === undefined) return unknown(ask, [...truth.keys()], ["true", "false"]);
  return (found, field) => textsOf(found, field.name).some((text) => truth.get(text.trim().toLowerCase()) === wanted);
}

const truth: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["false", false],
  ["no", false],
]);

/** "There is no `paid` for status. Did you mean `paused`?" */
function unknown(
  { value, name }: Pick<Ask, "value" | "name">,
  known: readonly string[],
  named: readonly string[],
): Slip {
  const way = named.length > 0 && named.length <= most ? say`It can be ${anyOf(named)}.` : undefined;
  return slip(say`\`${value}\` is nothing that ${name} can be.`, nearest(value, known), way);
}

/** As many as one reads in a line. */
const most = 12;

export function noOrder({ name, sign }: Pick<Ask, "name" | "sign">): Slip {
  return slip(
    say`\`${name}\` knows no more and no less: write \`${name}:\` in the place of \`${name}${sign}\`.`,
    undefined,
  );
}
