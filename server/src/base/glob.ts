import { type Accepts, any, equals, globTokens, type Token, trimPattern } from "./glob-tokens.ts";
import { memo } from "./memo.ts";

/** Whether a path relative to the pattern's folder, with `/`, matches. */
export type Glob = (path: string) => boolean;

/**
 * Compiles a glob. A pattern comes with a shared repository, so it must not be able to hang an editor: matching follows
 * all readings of the pattern at once, in time proportional to pattern × path, and never goes back.
 *
 * - `*` any characters but `/`; `?` one of them; `**` as a whole segment: any number of segments
 * - `[abc]`, `[a-z]`, `[!abc]` one character; `{a,b}` either; `{n}` digits, `{slug}` one or more characters but `/`
 * - `\` takes the next character as it is; what is not closed stands for itself
 *
 * A pattern of more than 1,000 characters matches nothing. Names that start with a dot are ordinary. A leading `./` or `/` changes nothing; `specs/` is all that lies in `specs`.
 */
export function compileGlob(pattern: string): Glob {
  if (pattern.length > longest) return () => false;
  return matcher(compile(globTokens(pattern)));
}

/** Whether one of the patterns matches; without patterns nothing does. Compiled once per list. */
export const globMatcher: (patterns: readonly string[]) => Glob = memo((patterns: readonly string[]) => {
  const globs = patterns.map((pattern) => compileGlob(pattern));
  return (path: string) => globs.some((glob) => glob(path));
});

/** The folder outside which nothing can match, so that no other needs to be listed: `specs` for `specs/*.md`. */
export function globFolder(pattern: string): string {
  const plain = trimPattern(pattern);
  const wild = plain.search(/[*?[{\\]/);
  const fixed = wild < 0 ? plain : plain.slice(0, wild);
  return fixed.slice(0, Math.max(0, fixed.lastIndexOf("/")));
}

const longest = 1000;

/** Reads one character and goes on with the next step, or goes on in several places without reading. */
type Step = { readonly accepts: Accepts } | { readonly to: number[] };

function compile(tokens: readonly Token[]): readonly Step[] {
  const steps: Step[] = [];
  const open: { ways: number[]; readonly exits: number[][] }[] = [];
  const read = (accepts: Accepts) => void steps.push({ accepts });
  const go = (...to: number[]) => {
    steps.push({ to });
    return to;
  };
  const loop = (accepts: Accepts) => {
    const start = steps.length;
    const ways = go(start + 1);
    read(accepts);
    go(start);
    ways.push(steps.length);
  };
  for (const token of tokens) {
    if (token.type === "one") read(token.accepts);
    else if (token.type === "many") loop(token.accepts);
    else if (token.type === "folders") {
      // Nothing at all, or anything that ends with a slash.
      const ways = go(steps.length + 1);
      loop(any);
      read(equals("/"));
      ways.push(steps.length);
    } else if (token.type === "open") open.push({ ways: go(steps.length + 1), exits: [] });
    else {
      const group = open.at(-1)!;
      group.exits.push(go());
      if (token.type === "or") group.ways.push(steps.length);
      else {
        for (const exit of group.exits) exit.push(steps.length);
        open.pop();
      }
    }
  }
  return steps;
}

/** Where all readings of the pattern stand after some characters, and where each next character leads: found once, then known. */
interface Place {
  readonly steps: readonly number[];
  readonly isEnd: boolean;
  readonly next: Map<number, Place>;
}

/** A pattern that leads to more places than this forgets them and starts again, so that memory is bounded too. */
const mostPlaces = 2000;

function matcher(steps: readonly Step[]): Glob {
  let places = new Map<string, Place>();
  const placeOf = (waiting: number[]): Place => {
    const seen = new Set<number>();
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      if (seen.has(step)) continue;
      seen.add(step);
      const what = steps[step];
      if (what !== undefined && "to" in what) waiting.push(...what.to);
    }
    const standing = [...seen].sort((a, b) => a - b);
    const key = standing.join();
    let place = places.get(key);
    if (place === undefined) {
      place = { steps: standing, isEnd: seen.has(steps.length), next: new Map() };
      places.set(key, place);
    }
    return place;
  };
  const follow = (place: Place, code: number): Place => {
    const waiting: number[] = [];
    for (const step of place.steps) {
      const what = steps[step];
      if (what !== undefined && "accepts" in what && what.accepts(code)) waiting.push(step + 1);
    }
    const next = placeOf(waiting);
    place.next.set(code, next);
    return next;
  };
  let start = placeOf([0]);
  return (path) => {
    if (places.size > mostPlaces) {
      places = new Map();
      start = placeOf([0]);
    }
    let place = start;
    for (let at = 0; at < path.length; at++) {
      const code = path.codePointAt(at)!;
      if (code > 0xffff) at++;
      place = place.next.get(code) ?? follow(place, code);
      if (place.steps.length === 0) return false;
    }
    return place.isEnd;
  };
}
