import { say } from "../base/say.ts";
import type { Calendar, Person } from "./config.ts";
import { listed } from "./config-lists.ts";
import { type ConfigProblem, invalid } from "./config-problem.ts";
import type { ConfigFile, PersonFile } from "./config-schema.ts";
import type { Origins } from "./config-walk.ts";
import { readPeople } from "./person.ts";
import { readTimeframe } from "./read-timeframe.ts";

/** The people of the file; the first of two with one handle stays. */
export function readTeam(origins: Origins, problems: ConfigProblem[], file: ConfigFile): readonly Person[] {
  const team = new Map<string, Person>();
  for (const { value, span } of listed<string | PersonFile>(origins, file, "people").items) {
    const person =
      typeof value === "string" ? personOf(value) : { ...value, handle: bare(value.handle), name: value.name };
    const key = person.handle.toLowerCase();
    if (!team.has(key)) team.set(key, person);
    else {
      const message = say`${person.handle} stands here twice. Each person needs a name of their own behind \`owner:\`.`;
      problems.push(invalid(span, message));
    }
  }
  return [...team.values()];
}

export function readCalendar(
  origins: Origins,
  problems: ConfigProblem[],
  file: ConfigFile,
  defaults: Calendar,
): Calendar {
  const { calendar } = file;
  if (calendar === undefined) return defaults;
  const fiscalYearStart = calendar.fiscalYearStart ?? defaults.fiscalYearStart;
  const written = calendar.releases ?? {};
  const releases = new Map<string, string>();
  for (const [name, text] of Object.entries(written)) {
    const time = readTimeframe(text, { fiscalYearStart });
    if (time.kind === "interval") releases.set(name, text);
    else {
      const why = time.kind === "invalid" ? time.reason : say`\`${text}\` is no date.`;
      problems.push(
        invalid(origins.value(written, name), say`${why} Write when ${name} lands, for example 2027-03-15 or 2027-Q1.`),
      );
    }
  }
  return {
    fiscalYearStart,
    horizonMonths: calendar.horizonMonths ?? defaults.horizonMonths,
    reviewEveryDays: calendar.reviewEveryDays ?? defaults.reviewEveryDays,
    releases,
  };
}

/** `ana`, `Ana Li`, `Ana Li <ana@example.org>`. */
function personOf(written: string): Person {
  const read = readPeople(written)[0];
  const handle = read?.handle ?? read?.email?.split("@")[0] ?? read?.name ?? written;
  return { handle, name: read?.name, ...(read?.email === undefined ? {} : { email: read.email }) };
}

function bare(handle: string): string {
  return handle.replace(/^@/, "");
}
