import fc from "fast-check";
import { applyEdits } from "../../server/src/base/span.ts";
import { mends, surroundings } from "../fixes.ts";
import { random, spoil } from "../judge/spoil.ts";
import { type Step, step, take, uri } from "../random-steps.ts";
import type { World } from "../world.ts";
import { excerpt } from "./texts.ts";

/** What may happen beside the small plan's steps; everything that is random in it hangs on its own seed. */
export type FuzzStep =
  | Step
  /** Lines and characters of what stands there are deleted, doubled, moved or put in. */
  | { readonly type: "spoil"; readonly uri: string; readonly seed: number }
  /** A real document is put there, as it is or spoilt. */
  | { readonly type: "real"; readonly uri: string; readonly text: number; readonly seed: number }
  /** The file is no text. */
  | { readonly type: "bytes"; readonly uri: string; readonly bytes: Uint8Array }
  | { readonly type: "move"; readonly uri: string; readonly to: string }
  /** One of the fixes that are offered is taken. */
  | { readonly type: "fix"; readonly uri: string; readonly seed: number };

const seed = fc.nat(1_000_000);

export const fuzzStep: fc.Arbitrary<FuzzStep> = fc.oneof(
  { weight: 10, arbitrary: step },
  { weight: 6, arbitrary: fc.record({ type: fc.constant("spoil" as const), uri, seed }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("real" as const), uri, text: fc.nat(100_000), seed }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("bytes" as const), uri, bytes: fc.uint8Array({ maxLength: 120 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("move" as const), uri, to: uri }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("fix" as const), uri, seed }) },
);

/** Lets it happen; returns the files that are named as changed. */
export function takeFuzz(world: World, next: FuzzStep, texts: readonly string[]): ReadonlySet<string> {
  switch (next.type) {
    case "spoil":
      return write(world, next.uri, spoil(textAt(world, next.uri), random(next.seed)));
    case "real": {
      const text = excerpt(texts[next.text % texts.length]!, next.seed);
      return write(world, next.uri, next.seed % 3 === 0 ? text : spoil(text, random(next.seed)));
    }
    case "bytes":
      return write(world, next.uri, Buffer.from(next.bytes).toString("utf8"));
    case "move":
      return move(world, next.uri, next.to);
    case "fix":
      return write(world, next.uri, fixed(world, next.uri, next.seed));
    default:
      return take(world, next);
  }
}

export function textAt(world: World, uri: string): string {
  return world.open.get(uri) ?? world.disk.get(uri) ?? "";
}

function write(world: World, uri: string, text: string): ReadonlySet<string> {
  return world.apply({ type: world.open.has(uri) ? "open" : "disk", uri, text });
}

/** The two events come in one order or the other, as editors tell of them. */
function move(world: World, from: string, to: string): ReadonlySet<string> {
  const text = world.disk.get(from);
  if (text === undefined || from === to) return new Set();
  const steps = [{ type: "disk", uri: to, text } as const, { type: "delete", uri: from } as const];
  const ordered = text.length % 2 === 0 ? steps : steps.toReversed();
  return new Set(ordered.flatMap((change) => [...world.apply(change)]));
}

function fixed(world: World, uri: string, number: number): string {
  const text = textAt(world, uri);
  const located = world.engine.workspace.locate(uri);
  const problems = world.engine.problems(uri);
  if (located === undefined || problems.length === 0 || world.engine.workspace.isConfig(uri)) return text;
  const pick = random(number);
  const actions = mends(problems[pick(problems.length)]!, surroundings(world.engine, { uri, text }));
  return actions.length === 0 ? text : applyEdits(text, actions[pick(actions.length)]!.edits);
}
