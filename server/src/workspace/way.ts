import type { ReadingConfig } from "../model/config.ts";
import type { Spec } from "../model/read-spec.ts";
import type { Change } from "./change.ts";
import type { Located } from "./projects.ts";
import type { Workspace } from "./workspace.ts";

/** Changes that lead a workspace to a state of an earlier time, and from there to where it is now. */
export interface Way {
  readonly back: readonly Change[];
  readonly forth: readonly Change[];
}

/** What a file said when its text had another name; undefined where nobody knows any more. */
export type WhatWasRead = (
  uri: string,
  at: { readonly project: { readonly config: ReadingConfig }; readonly path: string },
  name: string,
) => Spec | undefined;

/**
 * The way between two states of a workspace, see `Workspace.state`. Undefined where something differs that decides about
 * everything, such as a configuration, and where so much differs that starting anew is no longer.
 */
export function wayBack(
  workspace: Workspace,
  now: readonly string[],
  then: readonly string[],
  wasRead: WhatWasRead,
): Way | undefined {
  const [come, gone] = differing(now, then);
  if (come.length + gone.length > now.length / mostPart + few) return undefined;
  const [back, forth]: [Change[], Change[]] = [[], []];
  const [here, there] = [new Map<string, string>(), new Map<string, string>()];
  const [isComplete, wasComplete] = [!now.includes(incomplete), !then.includes(incomplete)];
  for (const [lines, to, from, names] of [
    [come, forth, back, here],
    [gone, back, forth, there],
  ] as const) {
    for (const line of lines) {
      const [what, rest] = split(line);
      if (what === "today") to.push({ type: "today", date: rest });
      else if (what === "file") names.set(...split(rest));
      else if (what === "other" && !workspace.has(rest)) {
        to.push({ type: "others", uris: [rest], complete: isComplete });
        from.push({ type: "delete", uri: rest });
      } else if (what !== "complete") return undefined;
    }
  }
  if (isComplete !== wasComplete) {
    back.push({ type: "others", uris: [], complete: wasComplete });
    forth.push({ type: "others", uris: [], complete: isComplete });
  }
  for (const uri of new Set([...here.keys(), ...there.keys()])) {
    const open = workspace.document(uri);
    const present = reading(workspace, uri, here.get(uri), standing);
    const past = reading(workspace, uri, there.get(uri), wasRead);
    if (present === undefined || past === undefined) return undefined;
    if (open !== undefined) back.push({ type: "close", uri });
    back.push(past);
    forth.push(open === undefined ? present : { type: "open", uri, text: open.text });
  }
  return { back, forth };
}

/** Beyond one in so many lines, and a few, everything is sooner looked at again. */
const mostPart = 8;
const few = 50;

const incomplete = "complete false";

/** The lines of one list that are not in the other, both ways. Mostly they have the same order. */
export function differing(
  now: readonly string[],
  then: readonly string[],
): readonly [come: readonly string[], gone: readonly string[]] {
  let start = 0;
  while (start < now.length && now[start] === then[start]) start++;
  let [end, thenEnd] = [now.length, then.length];
  while (end > start && thenEnd > start && now[end - 1] === then[thenEnd - 1]) {
    end--;
    thenEnd--;
  }
  const [here, there] = [new Set(now.slice(start, end)), new Set(then.slice(start, thenEnd))];
  return [[...here].filter((line) => !there.has(line)), [...there].filter((line) => !here.has(line))];
}

function split(line: string): [first: string, rest: string] {
  const at = line.indexOf(" ");
  return [line.slice(0, at), line.slice(at + 1)];
}

/** The change by which a file says what it said under a name: no name is that of a file that is not there. */
function reading(
  workspace: Workspace,
  uri: string,
  name: string | undefined,
  wasRead: (uri: string, at: Located, name: string) => Spec | undefined,
): Change | undefined {
  if (name === undefined) return { type: "delete", uri };
  // No project reads it: nobody knows its text.
  if (name === "") return { type: "disk", uri, text: "" };
  const located = workspace.readBy(uri);
  const spec = located && wasRead(uri, located, name);
  return spec && { type: "read", uri, config: located!.project.config, spec, name };
}

function standing(_: string, { project, path }: Located): Spec | undefined {
  const [summary, places] = [project.summary(path), project.places(path)];
  return summary && places && { summary, places };
}
