import { memo } from "../base/memo.ts";
import { nearest } from "../base/nearest.ts";
import { remember } from "../base/remember.ts";
import { say } from "../base/say.ts";
import type { Person } from "../model/config.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import { identify, readPeople } from "../model/person.ts";
import type { Schema } from "../model/schema.ts";
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
    const isStranger = strangers(people);
    for (const item of file.items) {
      for (const field of fieldsOfPeople(schema).get(item.kind) ?? []) {
        for (const { text, entry } of item.fields.get(field)?.values ?? []) {
          const person = isStranger(text) ? readPeople(text)[0] : undefined;
          if (person === undefined) continue;
          const near = nearest(person.handle ?? person.name ?? text, namesOf(people));
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
            ...(meant === undefined
              ? { fixable: false, data: { replacements: people.slice(0, mostPeople).map(({ handle }) => handle) } }
              : { data: { replacement: meant } }),
          });
        }
      }
    }
  },
};

/** As many as one looks through. */
const mostPeople = 5;

/** The names of the fields that take a person, by kind. */
const fieldsOfPeople = memo((schema: Schema): ReadonlyMap<string, readonly string[]> => {
  const takesPerson = ({ type }: FieldDefinition): boolean => type === "person";
  return new Map(
    Array.from(schema.kinds, ([name, { fields }]) => [name, fields.filter(takesPerson).map((field) => field.name)]),
  );
});

/** The same list each time, so that it is prepared once. */
const namesOf = memo((people: readonly Person[]): readonly string[] =>
  people.flatMap(({ handle, name }) => (name === undefined ? [handle] : [handle, name])),
);

/** Whether a text names somebody who is none of the people; few names stand in thousands of documents. */
export const strangers = memo((people: readonly Person[]) =>
  remember((text) => {
    const person = readPeople(text)[0];
    return person !== undefined && identify(person, people).person === undefined;
  }),
);
