import { memo } from "../../base/memo.ts";
import { say, type Words } from "../../base/say.ts";
import { phaseWord } from "../../model/phase.ts";
import type { Item } from "../../model/summary.ts";
import { itemFacts } from "../../workspace/item-facts.ts";
import { statusOf, textOf } from "../../workspace/plan.ts";
import type { Found, Query } from "../../workspace/query.ts";
import type { Candidate } from "./candidate.ts";

/** Which items are wanted at a place. */
export interface Wanted {
  /** Any where there are none. */
  readonly kinds: readonly string[];
  /** What is typed of the id or the title. */
  readonly typed: string;
  /** Keys in lower case of those that are there already. */
  readonly except: ReadonlySet<string>;
  /** Keys of those that what is written elsewhere suggests, the likeliest first. */
  readonly suggested?: readonly string[];
  /** What is typed is a part of this, in lower case, and not of id and title. */
  readonly text?: (found: Found) => string;
}

export interface ItemCandidates {
  readonly candidates: readonly Candidate[];
  readonly isCut: boolean;
}

/**
 * The items that a link may lead to: those that are suggested first, then what is still to be done, what is done, and what
 * was dropped. Of very many only those that fit what is typed, and of these the first 100: who types on is asked again.
 */
export function itemCandidates(wanted: Wanted, query: Query): ItemCandidates {
  const { found, isCut } = pickItems(wanted, query);
  return { candidates: found.map((one) => itemCandidate(one, query)), isCut };
}

/** As many as somebody may look through, and as are quickly sent. */
const most = 100;

export function pickItems(
  { kinds, typed, except, suggested = [], text }: Wanted,
  query: Query,
  limit = most,
): { readonly found: readonly Found[]; readonly isCut: boolean } {
  const all = query.ofKinds(kinds.length === 0 ? linkable(query) : kinds);
  const isLarge = all.length > limit;
  const word = isLarge ? typed.toLowerCase() : "";
  const likely = (word === "" ? suggested : []).flatMap((key) =>
    except.has(key.toLowerCase()) ? [] : (query.definition(key) ?? []),
  );
  const there = new Set([...likely.map(({ item }) => item.key.toLowerCase()), ...except]);
  // By how well it fits; of each what is still to be done, what is done, what was dropped.
  const ranks: Found[][] = Array.from({ length: fits * 3 }, () => []);
  let count = likely.length;
  for (const found of all) {
    const { item } = found;
    if (item.outside || (item.id === undefined && item.site !== "document")) continue;
    const fit = word === "" ? 0 : fitOf(text?.(found) ?? foldedOf(item), word, item.key.length);
    if (fit === undefined || (there.size > 0 && there.has(item.key.toLowerCase()))) continue;
    count++;
    const { phase } = itemFacts(query, found);
    ranks[fit * 3 + (phase === "done" ? 1 : phase === "dropped" ? 2 : 0)]!.push(found);
    // There are enough of those that come first; nobody gets to see others.
    if (ranks[0]!.length > limit) break;
  }
  const found = [likely, ...ranks].flat().slice(0, limit);
  return { found, isCut: isLarge && (count > limit || word !== "") };
}

/** An item and what tells it from others. */
export function itemCandidate(found: Found, query: Query): Candidate {
  const { key, title } = found.item;
  const detail = dotted(itemDetails(found, query));
  if (title === key) return { label: key, detail, type: "item" };
  return { label: key, title, filter: `${key} ${title}`, detail, type: "item" };
}

/** Its status and its owner. */
export function itemDetails(found: Found, query: Query): readonly Words[] {
  const isAsked = asked.has(found.item.base);
  const status = statusOf(found) ?? (isAsked ? phaseWord(itemFacts(query, found).phase) : undefined);
  const owner = textOf(found, "owner");
  if (status === undefined) return owner === undefined ? [] : [owner];
  return owner === undefined ? [status] : [status, owner];
}

/** Evidence and people have no status unless somebody gives them one. */
const asked: ReadonlySet<string> = new Set(["vision", "goal", "kpi", "feature", "prd", "launch", "decision"]);

/** Words one behind the other: `active · ana`. */
export function dotted(words: readonly Words[]): Words {
  let said = words[0] ?? "";
  for (let at = 1; at < words.length; at++) said = say`${said} · ${words[at]!}`;
  return said;
}

/** Requirements are named in their document only. */
export function linkable({ config }: Query): readonly string[] {
  const kinds = [...config.schema.kinds.values()].filter(({ base, name }) => base === name && base !== "requirement");
  return kinds.map(({ name }) => name);
}

/** How many ways there are to fit: the id or the title begins so, a word of the title does, the letters occur in order. */
const fits = 3;

function fitOf(folded: string, word: string, keyLength: number): number | undefined {
  const at = folded.indexOf(word);
  if (at === 0 || at === keyLength + 1) return 0;
  if (at > 0) return 1;
  let from = 0;
  for (const sign of word) {
    from = folded.indexOf(sign, from) + 1;
    if (from === 0) return undefined;
  }
  return 2;
}

/** Id and title, in lower case: made once, since each is looked at with every key. */
const foldedOf = memo((item: Item) => `${item.key} ${item.title}`.toLowerCase());
