import { nearest } from "../base/nearest.ts";
import { say } from "../base/say.ts";
import { identify, readPeople } from "../model/person.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A name that is none of the people the project lists. */
export const unknownPerson: Rule = {
  id: "unknown-person",
  title: "A name that is none of your people",
  group: "people",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    const { people, peopleComplete, schema } = query.config;
    // Who is missing may stand in the part that could not be read; that is told of in its place.
    if (people.length === 0 || !peopleComplete) return;
    const names = people.flatMap(({ handle, name }) => (name === undefined ? [handle] : [handle, name]));
    for (const item of file.items) {
      for (const [field, { values }] of item.fields) {
        if (schema.kinds.get(item.kind)?.fieldNames.get(field)?.type !== "person") continue;
        for (const { text, entry } of values) {
          const person = readPeople(text)[0];
          if (person === undefined || identify(person, people).person !== undefined) continue;
          const near = nearest(person.handle ?? person.name ?? text, names);
          const meant =
            near === undefined
              ? undefined
              : people.find(({ handle, name }) => handle === near || name === near)?.handle;
          const advice =
            meant === undefined
              ? say`Correct it, or add the person to the project's people.`
              : say`Did you mean “${meant}”?`;
          report({
            item,
            entry,
            message: say`“${text}”, the ${field} of ${nameOf(item)}, is none of your people. ${advice}`,
            ...(meant === undefined ? { fixable: false } : { data: { replacement: meant } }),
          });
        }
      }
    }
  },
};
