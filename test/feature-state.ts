import { documentPosition } from "../server/src/base/document.ts";
import type { Position } from "../server/src/base/lines.ts";
import { type Language, tell } from "../server/src/base/say.ts";
import { pathOf, uriOf } from "../server/src/base/uri.ts";
import type { State } from "../server/src/features/feature.ts";
import type { Engine } from "../server/src/rules/engine.ts";
import { defaultSettings, type Settings } from "../server/src/settings.ts";
import { type CheckOptions, engineOver, root } from "./check.ts";
import { parseFixture } from "./fixture.ts";

/** A workspace in marked text, as a feature sees it: the file with the cursor is open. */
export interface FeatureState {
  readonly engine: Engine;
  readonly state: State;
  readonly uri: string;
  readonly position: Position;
}

interface FeatureOptions extends CheckOptions {
  readonly settings?: Partial<Settings>;
  /** English unless given. */
  readonly language?: Language;
  /** Ids that were taken on other branches. */
  readonly taken?: readonly string[];
}

/** Throws when the fixture has no cursor. */
export function featureState(source: string, options: FeatureOptions = {}): FeatureState {
  const fixture = parseFixture(source);
  const { cursor } = fixture;
  if (cursor === undefined) throw new Error("The fixture has no cursor.");
  const engine = engineOver(fixture, options);
  const uri = uriOf(root, cursor.path);
  const document = { uri, text: fixture.files.get(cursor.path)! };
  engine.apply([{ type: "open", ...document }]);
  const state = stateOver(engine, fixture.files, options);
  return { engine, state, uri, position: documentPosition(document, cursor.offset) };
}

/** What features look at, for an engine and the texts by path. */
export function stateOver(
  engine: Engine,
  files: ReadonlyMap<string, string>,
  { settings, language, taken = [] }: Omit<FeatureOptions, keyof CheckOptions> = {},
): State {
  return {
    engine,
    workspace: engine.workspace,
    client: {},
    options: {},
    document: (name) => {
      const text = files.get(pathOf(root, name) ?? "");
      return engine.workspace.document(name) ?? (text === undefined ? undefined : { uri: name, text });
    },
    tell: (words) => tell(words, language),
    taken: () => taken,
    takenSoFar: () => taken,
    version: () => undefined,
    settings: () => ({ ...defaultSettings, ...settings }),
    figures: () => {
      throw new Error("A feature's test asks for no figures.");
    },
  };
}
