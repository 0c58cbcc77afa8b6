import { uriOf } from "../server/src/base/uri.ts";
import { Engine } from "../server/src/rules/engine.ts";
import type { Problem } from "../server/src/rules/problem.ts";
import type { Change } from "../server/src/workspace/change.ts";
import { checkProblems as compare, type Expectation, type Fixture, parseFixture } from "./fixture.ts";

export interface CheckOptions {
  /** Only problems of these rules are compared. */
  readonly only?: string | readonly string[];
  readonly today?: string;
  /** Other files are still to come, until `complete()`. */
  readonly isReading?: boolean;
}

/** The folder of a fixture's workspace. */
export const root = "file:///w";

/** An engine over the files of a fixture, as after a first scan. */
export function engineOver(
  fixture: Fixture | string,
  { today = "2026-11-22", isReading = false }: CheckOptions = {},
): Engine {
  const { files } = typeof fixture === "string" ? parseFixture(fixture) : fixture;
  const engine = new Engine({ today, isReading });
  const texts = [...files].map(([path, text]): Change => ({ type: "disk", uri: uriOf(root, path), text }));
  let { wanted } = engine.apply([
    { type: "roots", uris: [root] },
    { type: "others", uris: [], complete: true },
    ...texts,
  ]);
  // A configuration that is read after a file asks for that file again.
  while (wanted.length > 0) {
    const again = texts.filter((change) => change.type === "disk" && wanted.includes(change.uri));
    ({ wanted } = engine.apply(again));
  }
  return engine;
}

/**
 * Checks a workspace written in the test language: exactly the marked problems are found, of all rules or of those
 * that `only` names.
 */
export function checkProblems(source: string, options: CheckOptions = {}): void {
  const fixture = parseFixture(source);
  const engine = engineOver(fixture, options);
  const only = typeof options.only === "string" ? [options.only] : options.only;
  const found = [...fixture.files.keys()].flatMap((path) =>
    engine
      .problems(uriOf(root, path))
      .filter(({ rule }) => only === undefined || only.includes(rule))
      .map((problem) => expectation(path, problem)),
  );
  compare(fixture, found);
}

function expectation(path: string, { rule, level, range, message }: Problem): Expectation {
  return {
    path,
    line: range.start.line,
    startCharacter: range.start.character,
    endLine: range.end.line,
    endCharacter: range.end.character,
    level,
    rule,
    message: String(message),
  };
}
