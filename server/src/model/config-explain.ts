import type { Words } from "../base/say.ts";
import type { Span } from "../base/span.ts";
import { readYaml } from "../syntax/yaml.ts";
import { configBody } from "./config-body.ts";
import { type ConfigNames, namesFor, namesUnder } from "./config-names.ts";
import { configFile } from "./config-schema.ts";
import { spotAt } from "./config-spot.ts";

export interface ConfigExplanation {
  /** The word that it is about. */
  readonly span: Span;
  /** One or two sentences; names of keys and values stand in backticks. */
  readonly says: Words;
  /** The rule that it names, which has a page. */
  readonly rule: string | undefined;
}

/** What the word at an offset of a `throughline.yaml` is for. */
export function explainConfig(text: string, offset: number, names: ConfigNames): ConfigExplanation | undefined {
  const { root } = readYaml(text, configBody(text), "config-invalid");
  const spot = root === undefined ? undefined : spotAt(root, configFile, offset);
  if (spot === undefined) return undefined;
  const known = spot.form === "key" ? namesUnder(spot.path, names) : namesFor(spot.path, names);
  const says = known.find(({ name }) => name === spot.scalar.text)?.says ?? spot.says;
  const rule = names.rules.find(({ id }) => id === spot.scalar.text && spot.path.at(-1) === "rules")?.id;
  return says === undefined ? undefined : { span: spot.scalar.span, says, rule };
}
