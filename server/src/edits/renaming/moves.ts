import { parentUri } from "../../base/uri.ts";

/** A file or a folder that goes somewhere else, by canonical URIs. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Where everything lies afterwards. */
export interface Moves {
  readonly all: readonly Move[];
  /** Where a file or folder goes, by itself or with a folder around it; undefined when it stays. */
  of(uri: string): string | undefined;
}

export function movesOf(all: readonly Move[]): Moves {
  const byUri = new Map(all.map(({ from, to }) => [from, to]));
  return {
    all,
    of(uri) {
      if (byUri.size === 0) return undefined;
      for (let place = uri; place.includes("//"); place = parentUri(place)) {
        const to = byUri.get(place);
        if (to !== undefined) return to + uri.slice(place.length);
      }
      return undefined;
    },
  };
}

export const noMoves: Moves = movesOf([]);
