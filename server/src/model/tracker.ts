import { isAddress } from "./read-target.ts";
import { canonicalName } from "./schema.ts";
import type { Entry, FieldValue } from "./summary.ts";

/** Where something that was written under a field of addresses leads, on the web. */
export interface Address {
  /** For people: the key, the words of a Markdown link, the name it stands under, or the address in short. */
  readonly label: string;
  /** Begins with `http://` or `https://`. */
  readonly url: string;
  /** As written. */
  readonly text: string;
  readonly entry: Entry;
}

/**
 * Where the values of a field lead. A key becomes what the configuration says: with
 * `jira: https://tracker.example/browse/{key}`, `jira: SHOP-12` leads to `https://tracker.example/browse/SHOP-12`.
 * What is neither a key of a known tracker nor an address of the web leads nowhere and is left out.
 */
export function readAddresses(field: FieldValue, trackers: ReadonlyMap<string, string>): readonly Address[] {
  const known = new Map([...trackers].map(([name, address]) => [canonicalName(name), address]));
  return field.values.flatMap(({ text, entry }, at) => {
    const name = field.under?.[at] ?? canonicalName(field.written);
    const found = readUrl(text, name) ?? readKey(text, name, known);
    return found === undefined ? [] : [{ ...found, text, entry }];
  });
}

type Found = Pick<Address, "label" | "url">;

/** Names that are no tracker's own: what stands under them is of the one that there is. */
const anyTracker = new Set(["links", "ticket", "epic-link"]);

function readUrl(text: string, name: string): Found | undefined {
  const [, words, target] = /^\[([^\]]*)\]\(<?([^\s>]+)>?\)$/.exec(text) ?? [];
  const url = (target ?? text).replace(/^<(.*)>$/, "$1");
  if (!/^https?:\/\/[^\s<>"]+$/i.test(url)) return undefined;
  return { label: words?.trim() || (anyTracker.has(name) ? inShort(url) : name), url };
}

function readKey(text: string, name: string, trackers: ReadonlyMap<string, string>): Found | undefined {
  // `links: [jira: SHOP-12]` names the tracker in its place.
  const [, named = "", rest = ""] = /^([^\s:]+):\s*(\S+)$/.exec(text) ?? [];
  const own = trackers.get(canonicalName(named));
  if (own !== undefined) return expanded(own, rest);
  const only = anyTracker.has(name) && trackers.size === 1 ? [...trackers.values()][0] : undefined;
  const address = trackers.get(name) ?? only;
  return address === undefined ? undefined : expanded(address, text);
}

/** A key is one word; whatever is in it stays in its place in the address. */
function expanded(address: string, key: string): Found | undefined {
  if (!/^\S{1,200}$/u.test(key) || /\p{Surrogate}/u.test(key) || isAddress(key)) return undefined;
  const encoded = encodeURIComponent(key.replace(/^#/, ""));
  const inPlace = key.includes("..") ? encoded : encoded.replaceAll("%2F", "/");
  return { label: key, url: address.split("{key}").join(inPlace) };
}

function inShort(url: string): string {
  const plain = url.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** As much as a line of a tooltip takes. */
const longest = 39;
