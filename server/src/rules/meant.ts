import { memo } from "../base/memo.ts";
import { nearest } from "../base/nearest.ts";
import { dirname, relativePath, stem } from "../base/path.ts";
import { idPrefix } from "../model/requirement-id.ts";
import { isKind } from "../model/schema.ts";
import type { LinkValue } from "../model/summary.ts";
import type { Named, Query } from "../workspace/query.ts";

/**
 * The item somebody meant with a name that leads nowhere: one slip off an id or a title; the same number written otherwise
 * (`FEAT-7` for FEAT-007, `068` for `068-live-specs`); or the name of a file that lies elsewhere now.
 */
export function meant(text: string, kinds: readonly string[], query: Query): Named | undefined {
  const word = text.replace(/^\[\[|\]\]$/g, "").trim();
  const fitting = fittingOf(kinds, query);
  return (
    only(fitting.numbered.get(numberOf(word) ?? "") ?? []) ??
    nearestOf(word, fitting) ??
    (word.includes("/") ? only(fitting.called.get(nameIn(word)) ?? []) : undefined)
  );
}

/** What to write instead: a path where a path was written, else the name that the item goes by. */
export function replacementFor({ text, target }: LinkValue, near: Named, path: string, query: Query): string {
  const file = target.type === "path" ? query.definition(near.key)?.file.path : undefined;
  if (file === undefined) return near.key;
  return text.startsWith("/") ? `/${file}` : relativePath(dirname(path), file);
}

/** The names of items of some kinds, in ways to look them up: a thousand dead links are not to go through ten thousand names each. */
interface Fitting {
  readonly names: readonly string[];
  readonly first: ReadonlyMap<string, Named>;
  readonly numbered: ReadonlyMap<string, readonly Named[]>;
  readonly called: ReadonlyMap<string, readonly Named[]>;
}

function fittingOf(kinds: readonly string[], query: Query): Fitting {
  const known = fittings(query.names());
  const key = kinds.join();
  let fitting = known.get(key);
  if (fitting === undefined) known.set(key, (fitting = makeFitting(kinds, query)));
  return fitting;
}

/** The list of names is made anew whenever one changes. */
const fittings = memo((_: readonly Named[]) => new Map<string, Fitting>());

function makeFitting(kinds: readonly string[], query: Query): Fitting {
  const { schema } = query.config;
  const fitting = query.names().filter(({ kind }) => kinds.length === 0 || isKind(schema, kind, kinds));
  const first = new Map<string, Named>();
  const numbered = new Map<string, Named[]>();
  const called = new Map<string, Named[]>();
  for (const named of fitting) {
    const { name } = named;
    if (!first.has(name)) first.set(name, named);
    put(called, name.toLowerCase(), named);
    for (const number of new Set([numberOf(name), /^\d+(?=-)/.exec(name)?.[0]]))
      if (number !== undefined) put(numbered, number, named);
  }
  return { names: fitting.map(({ name }) => name), first, numbered, called };
}

function put(lists: Map<string, Named[]>, key: string, named: Named): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [named]);
  else list.push(named);
}

function nearestOf(word: string, { names, first }: Fitting): Named | undefined {
  // Of several ids that are one digit off, none is more likely meant than the others.
  const name = nearest(word, names, { unique: true });
  return name === undefined ? undefined : first.get(name);
}

/** `FEAT-007` → `feat-7`; of digits alone they themselves, with which `068-live-specs` begins. */
function numberOf(id: string): string | undefined {
  if (/^\d+$/.test(id)) return id;
  const prefix = idPrefix(id);
  return prefix === undefined ? undefined : `${prefix.toLowerCase()}-${Number(id.slice(prefix.length + 1))}`;
}

/** `wallet` for `/old/wallet.md#how` and for `/wallet/README.md`. */
function nameIn(path: string): string {
  const plain = path.replace(/[#?].*$/s, "").replace(/\/+$/, "");
  const name = /^(readme|index)$/i.test(stem(plain)) ? dirname(plain) : plain;
  return (/\.(md|markdown)$/i.test(name) ? stem(name) : name.slice(name.lastIndexOf("/") + 1)).toLowerCase();
}

/** The one item that all of them are names of. */
function only(named: readonly Named[]): Named | undefined {
  const [first] = named;
  return named.every(({ key }) => key === first?.key) ? first : undefined;
}
