import { identify, readPeople } from "../model/person.ts";
import type { Query } from "../workspace/query.ts";

/** A person's name for people to read, "Ana Li" for `ana` where the configuration knows her. */
export function ownerLabel(text: string, query: Query): string {
  const written = readPeople(text)[0];
  return written === undefined ? text : identify(written, query.config.people).label;
}
