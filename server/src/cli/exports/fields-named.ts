import { suggest } from "../open-project.ts";
import { UsageError } from "../terminal.ts";

/** The fields behind `--fields`; one that is none is a mistake, and what was meant is said. */
export function fieldsNamed<Field>(
  names: readonly string[],
  find: (name: string) => Field | undefined,
  known: readonly string[],
): readonly Field[] {
  return names.map((name) => {
    const field = find(name);
    if (field === undefined)
      throw new UsageError(`There is no field ${name}. ${suggest(name, known, `There are ${known.join(", ")}.`)}`);
    return field;
  });
}
