import * as z from "zod/mini";
import { Phrase, say, type Words } from "../base/say.ts";
import type { YamlList, YamlMap } from "../syntax/yaml-tree.ts";

export type ConfigPart = z.core.$ZodType;

/** What may stand at a place of `throughline.yaml`, as reading and completion go through it. */
export type Shape =
  /** Keys that are known, each with its value. */
  | { readonly type: "map"; readonly keys: ReadonlyMap<string, ConfigPart> }
  /** Names that the team chooses, each with a value. */
  | { readonly type: "names"; readonly name: ConfigPart; readonly value: ConfigPart }
  | { readonly type: "list"; readonly item: ConfigPart }
  | { readonly type: "words"; readonly words: readonly string[] }
  | { readonly type: "text" | "number" | "boolean" };

export interface Form {
  readonly part: ConfigPart;
  readonly shape: Shape;
}

/** The forms of a part, most parts have one; what `readConfig` and completion know of zod's inside is here alone. */
export function shapesOf(part: ConfigPart): readonly Form[] {
  const { def } = (part as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
      return shapesOf(def.innerType);
    case "union":
      return def.options.flatMap((option) => shapesOf(option));
    case "object":
      return [{ part, shape: { type: "map", keys: new Map(Object.entries(def.shape)) } }];
    case "record":
      return [{ part, shape: { type: "names", name: def.keyType, value: def.valueType } }];
    case "array":
      return [{ part, shape: { type: "list", item: def.element } }];
    case "enum":
      return [{ part, shape: { type: "words", words: Object.values(def.entries).map(String) } }];
    case "number":
    case "boolean":
      return [{ part, shape: { type: def.type } }];
    default:
      return [{ part, shape: { type: "text" } }];
  }
}

/** The form that a list or a mapping has; of several with keys, the one that knows the most of those that stand there. */
export function formFor(part: ConfigPart, node: YamlList | YamlMap): Form | undefined {
  const forms = shapesOf(part);
  if (node.type === "list") return forms.find(({ shape }) => shape.type === "list");
  let best: Form | undefined;
  let most = -1;
  for (const form of forms) {
    const score = knownKeys(form, node);
    if (score > most) [best, most] = [form, score];
  }
  return best;
}

function knownKeys({ shape }: Form, node: YamlMap): number {
  if (shape.type === "names") return 0;
  return shape.type === "map" ? node.entries.filter(({ key }) => shape.keys.has(key.text)).length : -1;
}

export function isOptional(part: ConfigPart): boolean {
  return (part as z.core.$ZodTypes)._zod.def.type === "optional";
}

/** What the part is for, in one or two sentences. */
export function saysOf(part: ConfigPart): Words | undefined {
  const says = z.globalRegistry.get(part)?.description;
  return says === undefined ? undefined : new Phrase(says);
}

/** What zod says against a value: an instruction to the author, undefined when it fits. */
export function complaint(part: ConfigPart, value: unknown): Words | undefined {
  const read = z.safeParse(part, value);
  if (read.success) return undefined;
  const message = read.error.issues[0]?.message;
  return message === undefined ? say`It does not fit.` : new Phrase(message);
}

/** Everything that a part and what stands in it say: what it is for, and what is said against a wrong value. */
export function textsOf(part: ConfigPart, seen = new Set<ConfigPart>()): readonly string[] {
  if (seen.has(part)) return [];
  seen.add(part);
  const { def } = (part as z.core.$ZodTypes)._zod;
  const says = z.globalRegistry.get(part)?.description;
  const errors = [def, ...(def.checks ?? []).map(({ _zod }) => _zod.def)].flatMap(
    ({ error }) => error?.(nothing as never) ?? [],
  );
  const texts = errors.map((error) => (typeof error === "string" ? error : error.message));
  return [...(says === undefined ? [] : [says]), ...texts, ...partsOf(part).flatMap((inner) => textsOf(inner, seen))];
}

const nothing = { code: "custom", input: undefined, path: [], message: "" } as const;

function partsOf(part: ConfigPart): readonly ConfigPart[] {
  const { def } = (part as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
      return [def.innerType];
    case "union":
      return def.options;
    case "object":
      return Object.values(def.shape);
    case "record":
      return [def.keyType, def.valueType];
    case "array":
      return [def.element];
    default:
      return [];
  }
}
