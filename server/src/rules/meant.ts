import { dirname, relativePath, stem } from "../base/path.ts";
import type { LinkValue } from "../model/summary.ts";
import type { Found, Query } from "../workspace/query.ts";

/** The item somebody meant with a name that leads nowhere: few slips off a name of it, or the name of a file that lies elsewhere now. */
export function meant(text: string, kinds: readonly string[], query: Query): Found | undefined {
  const word = text.replace(/^\[\[|\]\]$/g, "").trim();
  return query.near(word, kinds) ?? (word.includes("/") ? named(word, kinds, query) : undefined);
}

/** The item whose document has the name of a file that lies elsewhere now. */
export function named(path: string, kinds: readonly string[], query: Query): Found | undefined {
  return query.near(nameIn(path), kinds, 0);
}

/** What to write instead: a path where a path was written, else the name that the item goes by. */
export function replacementFor({ text, target }: LinkValue, { file, item }: Found, path: string): string {
  if (target.type !== "path") return item.key;
  return text.startsWith("/") ? `/${file.path}` : relativePath(dirname(path), file.path);
}

/** `wallet` for `/old/wallet.md#how` and for `/wallet/README.md`. */
function nameIn(path: string): string {
  const plain = path.replace(/[#?].*$/s, "").replace(/(?<!\/)\/+$/, "");
  const name = /^(readme|index)$/i.test(stem(plain)) ? dirname(plain) : plain;
  return (/\.(md|markdown)$/i.test(name) ? stem(name) : name.slice(name.lastIndexOf("/") + 1)).toLowerCase();
}
