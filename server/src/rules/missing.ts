import { say, type Words } from "../base/say.ts";
import { inherits } from "../model/inherit.ts";
import type { RuleLevel } from "../model/level.ts";
import type { Phase } from "../model/phase.ts";
import type { SchemaKind } from "../model/schema.ts";
import { type SectionTopic, topicOf } from "../model/section-topic.ts";
import type { HeadingFact, Summary } from "../model/summary.ts";
import { fieldOf, itemsOf, phaseOf } from "../workspace/plan.ts";
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
  /** What the item of this name lacks, and what to do. */
  readonly message: (name: string) => Words;
  /** What a section about it is called that says it in words only. */
  readonly topic?: SectionTopic;
  /** Other ways to have it than by writing the field. */
  readonly has?: (found: Found, query: Query) => boolean;
}

/**
 * A completeness rule: an item whose kind asks for the field, and that neither has it nor says `n/a`. It stands on the key
 * that waits for its value, else on the item. What would take the field from an item around it is not asked where that one
 * is asked already: one answer serves them all.
 */
export function missing({ id, title, field, level = byPhase, fixable = true, message, topic, has }: Asked): Rule {
  const lacks = (found: Found, query: Query): SchemaKind | undefined => {
    const kind = query.config.schema.kinds.get(found.item.kind);
    if (kind === undefined || found.item.outside || !kind.required.includes(field)) return undefined;
    const written = fieldOf(found, field);
    const isGiven = written !== undefined && written.state !== "not-given";
    return isGiven || has?.(found, query) ? undefined : kind;
  };
  const isAskedAround = ({ file, item }: Found, phase: Phase, query: Query): boolean => {
    const around = item.container === undefined ? undefined : query.at(file.path, item.container);
    if (around === undefined || !inherits(item, field)) return false;
    const there = phaseOf(query, around);
    const isAsked = there === "active" || (there === "draft" && phase === "draft");
    return (isAsked && lacks(around, query) !== undefined) || isAskedAround(around, phase, query);
  };
  return {
    id,
    title,
    group: "completeness",
    level,
    fixable,
    check(file, query, report) {
      for (const found of itemsOf(file, query)) {
        const { item } = found;
        if (lacks(found, query) === undefined || isAskedAround(found, phaseOf(query, found), query)) continue;
        const said = message(nameOf(item));
        const entry = notGiven(item, field);
        const prose = topic === undefined || item.site !== "document" ? undefined : sectionAbout(topic, file);
        if (prose === undefined) report({ item, entry, message: said, data: { field } });
        else
          report({
            item,
            entry,
            message: say`${said} “${prose.plain}” says it in words only: make one of a line there.`,
            related: [{ path: file.path, entry: prose.entry, message: say`“${prose.plain}” says it in words` }],
            data: { field },
          });
      }
    },
  };
}

/** The section whose heading promises what is missing, and that is not empty. */
function sectionAbout(topic: SectionTopic, { headings }: Summary): HeadingFact | undefined {
  return headings.find(({ plain, empty, level }) => !empty && level > 1 && topicOf(plain) === topic);
}
