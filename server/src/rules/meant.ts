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
  const { schema } = query.config;
  const word = text.replace(/^\[\[|\]\]$/g, "").trim();
  const fitting = query.names().filter(({ kind }) => kinds.length === 0 || isKind(schema, kind, kinds));
  return (
    only(fitting.filter(isNumbered(word))) ??
    nearestOf(word, fitting) ??
    (word.includes("/") ? only(fitting.filter(isCalled(nameIn(word)))) : undefined)
  );
}

/** What to write instead: a path where a path was written, else the name that the item goes by. */
export function replacementFor({ text, target }: LinkValue, near: Named, path: string, query: Query): string {
  const file = target.type === "path" ? query.definition(near.key)?.file.path : undefined;
  if (file === undefined) return near.key;
  return text.startsWith("/") ? `/${file}` : relativePath(dirname(path), file);
}

function nearestOf(word: string, fitting: readonly Named[]): Named | undefined {
  const names = fitting.map(({ name }) => name);
  // Of several ids that are one digit off, none is more likely meant than the others.
  const name = nearest(word, names, { unique: true });
  return name === undefined ? undefined : fitting[names.indexOf(name)];
}

function isNumbered(word: string): (named: Named) => boolean {
  if (/^\d+$/.test(word)) return ({ name }) => name.startsWith(`${word}-`);
  const number = numberOf(word);
  if (number === undefined) return () => false;
  return ({ name }) => numberOf(name) === number;
}

/** `FEAT-007` → `feat-7`. */
function numberOf(id: string): string | undefined {
  const prefix = idPrefix(id);
  return prefix === undefined ? undefined : `${prefix.toLowerCase()}-${Number(id.slice(prefix.length + 1))}`;
}

function isCalled(wanted: string): (named: Named) => boolean {
  return ({ name }) => name.toLowerCase() === wanted;
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
