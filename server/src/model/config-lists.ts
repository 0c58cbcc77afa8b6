import type { Span } from "../base/span.ts";
import type { ListFile } from "./config-schema-parts.ts";
import type { Origins } from "./config-walk.ts";

/** What a list of the file says, each value with its place. */
export interface Listed<Item> {
  /** Whether it takes the place of what is there otherwise. */
  readonly replaces: boolean;
  readonly items: readonly { readonly value: Item; readonly span: Span }[];
}

/** The list under `key` of `container`, however it is written: one value, a list, or `{ replace: … }`. */
export function listed<Item = string>(origins: Origins, container: object, key: string): Listed<Item> {
  const written = (container as Readonly<Record<string, ListFile<Item> | undefined>>)[key];
  if (written === undefined) return { replaces: false, items: [] };
  if (isReplacement(written)) return { replaces: true, items: itemsOf(origins, written, "replace", written.replace) };
  return { replaces: false, items: itemsOf(origins, container, key, written) };
}

/** The values that count: those of the file, and behind them the defaults that it does not repeat. */
export function merged<Item>(list: Listed<Item>, defaults: readonly Item[]): readonly Item[] {
  const own = list.items.map(({ value }) => value);
  return [...new Set(list.replaces ? own : [...own, ...defaults])];
}

export type ConditionsFile = Readonly<Record<string, string | readonly string[]>>;

/** `{ status: live, stage: [alpha, beta] }` by the names that `nameOf` gives its fields. */
export function readConditions(
  written: ConditionsFile | undefined,
  nameOf: (name: string) => string,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(written ?? {}).map(([name, values]) => [
      nameOf(name),
      typeof values === "string" ? [values] : values,
    ]),
  );
}

function isReplacement<Item>(written: ListFile<Item>): written is { replace: Item | Item[] } {
  return typeof written === "object" && written !== null && "replace" in written;
}

function itemsOf<Item>(
  origins: Origins,
  container: object,
  key: string,
  written: Item | Item[],
): Listed<Item>["items"] {
  if (!Array.isArray(written)) return [{ value: written, span: origins.value(container, key) }];
  return written.map((value: Item, index) => ({ value, span: origins.value(written, index) }));
}
