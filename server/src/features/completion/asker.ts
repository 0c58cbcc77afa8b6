import type { SchemaKind } from "../../model/schema.ts";
import type { Located } from "../../workspace/projects.ts";
import type { Found } from "../../workspace/query.ts";

/** Who asks: the file, its kind as far as it has one, and the item around the cursor. */
export interface Asker extends Located {
  readonly kind: SchemaKind | undefined;
  readonly found: Found | undefined;
  /** Nobody asked: a line has been begun. Only what is sure to be wanted is offered. */
  readonly isNewLine: boolean;
  /** Ids that are taken on other branches, as far as that is known: a list of completions waits for nobody. */
  readonly taken: () => Iterable<string>;
}
