import type { RuleLevel } from "../model/level.ts";
import type { SchemaKind } from "../model/schema.ts";
import { fieldOf, itemsOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import { byPhase, type Rule } from "./rule.ts";
import { nameOf, notGiven } from "./words.ts";

interface Asked {
  readonly id: string;
  readonly title: string;
  /** The field that `required` names. */
  readonly field: string;
  readonly level?: RuleLevel;
  readonly fixable?: boolean;
  /** What it lacks and what to do, behind the item's name: "has no owner: …". */
  readonly message: (found: Found, kind: SchemaKind) => string;
  /** Other ways to have it than by writing the field. */
  readonly has?: (found: Found, query: Query) => boolean;
}

/**
 * A completeness rule: an item whose kind asks for the field, and that neither has it nor says `n/a`. It stands on the key
 * that waits for its value, else on the item.
 */
export function missing({ id, title, field, level = byPhase, fixable = true, message, has }: Asked): Rule {
  return {
    id,
    title,
    group: "completeness",
    level,
    fixable,
    check(file, query, report) {
      for (const found of itemsOf(file, query)) {
        const { item } = found;
        const kind = query.config.schema.kinds.get(item.kind);
        if (kind === undefined || item.outside || !kind.required.includes(field)) continue;
        const written = fieldOf(found, field);
        if (written !== undefined && written.state !== "not-given") continue;
        if (has?.(found, query)) continue;
        report({
          item,
          entry: notGiven(item, field),
          message: `${nameOf(item)} ${message(found, kind)}`,
          data: { field },
        });
      }
    },
  };
}
