import * as z from "zod/mini";

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

/** The forms of a part, most parts have one; what `readConfig` and completion know of zod's inside is here alone. */
export function shapesOf(part: ConfigPart): readonly { readonly part: ConfigPart; readonly shape: Shape }[] {
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

export function isOptional(part: ConfigPart): boolean {
  return (part as z.core.$ZodTypes)._zod.def.type === "optional";
}

/** What the part is for, in one or two sentences. */
export function saysOf(part: ConfigPart): string | undefined {
  return z.globalRegistry.get(part)?.description;
}

/** What zod says against a value: an instruction to the author, undefined when it fits. */
export function complaint(part: ConfigPart, value: unknown): string | undefined {
  const read = z.safeParse(part, value);
  return read.success ? undefined : (read.error.issues[0]?.message ?? "It does not fit.");
}
