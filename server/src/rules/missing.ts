import { say, type Words } from "../base/say.ts";
import type { RuleLevel } from "../model/level.ts";
import { type SectionTopic, topicOf } from "../model/section-topic.ts";
import type { HeadingFact, Summary } from "../model/summary.ts";
import { type Has, isAsked } from "../workspace/asked.ts";
import { itemsOf } from "../workspace/plan.ts";
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
  readonly has?: Has;
}

/** A completeness rule: it stands on the key that waits for its value, else on the item. */
export function missing({ id, title, field, level = byPhase, fixable = true, message, topic, has }: Asked): Rule {
  return {
    id,
    title,
    group: "completeness",
    level,
    fixable,
    check(file, query, report) {
      for (const found of itemsOf(file, query)) {
        const { item } = found;
        if (!isAsked(found, query, field, has)) continue;
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
