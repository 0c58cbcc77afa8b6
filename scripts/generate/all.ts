import { rules } from "../../server/src/rules/all.ts";
import { configJsonSchema } from "./config-schema.ts";

/** A file that follows from the sources, in whole or in part. `npm run sync` writes it, a test holds it to them. */
export interface Generated {
  /** From the top of the repository. */
  readonly path: string;
  /** The text that the file should have; `current` is the one that it has, empty when there is none. */
  readonly text: (current: string) => string;
}

export const allGenerated: readonly Generated[] = [
  { path: "docs/throughline.schema.json", text: () => configJsonSchema(rules) },
];
