import { memo } from "../../base/memo.ts";
import { nearest } from "../../base/nearest.ts";
import { say } from "../../base/say.ts";
import type { Person } from "../../model/config.ts";
import { slip } from "../../model/config-problem.ts";
import { type Identity, identify, readPeople } from "../../model/person.ts";
import { type Ask, isOrdering, type Made, textsOf, usedTexts } from "./ask.ts";
import { noOrder } from "./ask-words.ts";

/** One person, however documents spell the name; `:` is content with a part of it, "Ana" for Ana Li. */
export function askPerson(ask: Ask): Made {
  const { query, value, sign } = ask;
  if (isOrdering(sign)) return noOrder(ask);
  const { people } = query.config;
  const [written] = readPeople(value);
  const wanted = written === undefined ? undefined : identify(written, people);
  const part = value.trim().toLowerCase();
  const meets = (identity: Identity): boolean =>
    identity.key === wanted?.key || (sign === ":" && wordsOf(identity.label).includes(part));
  const identities = identitiesIn(people);
  if (wanted?.person === undefined) {
    const used = usedTexts(ask).flatMap(identities);
    if (!used.some(meets)) {
      const names = people.flatMap(({ handle, name }) => (name === undefined ? [handle] : [handle, name]));
      const known = [...names, ...used.flatMap(({ key, label }) => [key, label])];
      return slip(say`Nobody here is called \`${value}\`.`, nearest(value, known));
    }
  }
  return (found, field) => textsOf(found, field.name).some((text) => identities(text).some(meets));
}

/** Ten thousand items have few owners. */
const identitiesIn = memo((people: readonly Person[]) => {
  const known = new Map<string, readonly Identity[]>();
  return (text: string): readonly Identity[] => {
    let identities = known.get(text);
    if (identities === undefined) {
      if (known.size > mostNames) known.clear();
      known.set(text, (identities = readPeople(text).map((written) => identify(written, people))));
    }
    return identities;
  };
});

const mostNames = 5000;

function wordsOf(label: string): readonly string[] {
  return label.toLowerCase().split(/[\s.,]+/);
}
