import type { Range } from "../base/lines.ts";
import type { Words } from "../base/say.ts";
import type { Level } from "../model/level.ts";

/** A finding as people see it: with its level, its place in the text and everything resolved. */
export interface Problem {
  readonly rule: string;
  readonly level: Exclude<Level, "off">;
  readonly range: Range;
  readonly message: Words;
  /** The key of the item it is about. */
  readonly item: string | undefined;
  readonly fixable: boolean;
  /** Completeness findings wait for a pause while somebody types. */
  readonly patient: boolean;
  readonly related: readonly { readonly path: string; readonly range: Range; readonly message: Words }[];
  readonly tag: "unnecessary" | "deprecated" | undefined;
  readonly data: Readonly<Record<string, string | readonly string[]>> | undefined;
}

/** A problem without its words and places. */
export interface Mark {
  /** The key of the item it is about. */
  readonly item: string | undefined;
  readonly level: Exclude<Level, "off">;
}
