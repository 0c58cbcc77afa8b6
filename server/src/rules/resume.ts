import type { Packed } from "../base/packed.ts";
import { differing, type WhatWasRead, wayBack } from "../workspace/way.ts";
import type { Engine } from "./engine.ts";
import { nothing } from "./pack-findings.ts";

/** A part of what was kept, by its name. */
export type Part = readonly [name: string, packed: Packed];
export type Parts = (name: string) => Packed | undefined;

/** By its bytes or its letters, as texts of files are named. */
export type NameOf = (text: string) => string;

/**
 * All that another engine needs to go on where this one stands: the state it stands on, what it has found, and what that
 * rests on. Undefined while a check is due, where it is not known which texts were read, and when something changes between
 * the small steps in which it is put together.
 */
export function* record(engine: Engine, nameOf: NameOf): Recording {
  const { changes } = engine;
  const isStill = (): boolean => engine.changes === changes;
  const state = engine.state(nameOf);
  const found = state && (yield* whileStill(isStill, engine.found()));
  if (state === undefined || found === undefined) return undefined;
  const parts = [text(stateName, state)];
  yield;
  parts.push(text(findingsName, [...found]));
  const looks = yield* whileStill(isStill, engine.looks());
  return looks && [...parts, ...looks];
}

/** Undefined when something changes between the steps: what they look at is not there any more. */
function* whileStill<T>(isStill: () => boolean, steps: Iterator<void, T>): Generator<void, T | undefined> {
  for (;;) {
    yield;
    if (!isStill()) return undefined;
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export type Recording = Generator<void, readonly Part[] | undefined>;

/**
 * Goes on where an engine stood that kept `parts`. It goes back to what that one stood on, takes what it had found, and hears
 * what has happened since, as it hears of everything: so only that is checked again which rests on something that differs.
 * In small steps where links have to be looked up first. Returns how much differs; undefined where there is nothing that it
 * could go on from.
 */
export function* resume(engine: Engine, parts: Parts, nameOf: NameOf, wasRead: WhatWasRead): Resuming {
  const then = read(parts(stateName)) as readonly string[] | undefined;
  const now = engine.state(nameOf);
  if (now === undefined || then === undefined) return undefined;
  if (!isSame(now, then)) {
    if (!engine.hasLooks(parts)) return undefined;
    for (const project of engine.workspace.projects()) yield* project.link();
  }
  // Things may have happened between the steps.
  const way = wayBack(engine.workspace, engine.state(nameOf) ?? [], then, wasRead);
  if (way === undefined) return undefined;
  const findings = read(parts(findingsName)) as readonly (readonly [string, string])[] | undefined;
  if (findings === undefined) return undefined;
  const found = new Map(findings);
  const take = (): void => engine.recall((uri) => found.get(uri) ?? nothing, parts);
  if (way.back.length === 0) take();
  else {
    engine.apply(way.back);
    if (isSame(engine.state(nameOf), then)) take();
    engine.apply(way.forth);
  }
  return way.back.length;
}

export type Resuming = Generator<void, number | undefined>;

const stateName = "state";
const findingsName = "findings";

function text(name: string, value: unknown): Part {
  return [name, { bytes: new Uint8Array(), text: JSON.stringify(value) }];
}

function read(packed: Packed | undefined): unknown {
  return packed === undefined ? undefined : JSON.parse(packed.text);
}

/** In whatever order. */
function isSame(now: readonly string[] | undefined, then: readonly string[]): boolean {
  return now !== undefined && differing(now, then).every(({ length }) => length === 0);
}
