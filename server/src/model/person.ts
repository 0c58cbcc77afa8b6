import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import { isAlphanumeric } from "../syntax/markdown-chars.ts";
import type { Person } from "./config.ts";

/** A person as somebody wrote them: `ana`, `@ana`, `Ana Li`, `Ana Li <ana@x.org>`, `Ana Li (@ana)`, `[Ana Li](https://…)`. */
export interface PersonName {
  readonly text: string;
  /** Where it stands in the text that was read. */
  readonly span: Span;
  /** Without `@`; also a single word, which may be a first name. */
  readonly handle: string | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
}

/** Reads one person or several, separated by commas, semicolons, `&` or "and"; the first is the one who answers. */
export function readPeople(text: string): readonly PersonName[] {
  if (isBareHandle(text)) {
    const span = { start: 0, end: text.length };
    return [{ text, span, handle: text, name: undefined, email: undefined }];
  }
  const people: PersonName[] = [];
  for (const span of parts(text)) {
    const written = text.slice(span.start, span.end);
    const read = readPerson(written);
    if (read !== undefined) people.push({ text: written, span, ...read });
  }
  return people;
}

/** One word of plain letters, as most people are written: nothing in it is a sign of anything. */
function isBareHandle(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isAlphanumeric(text.charCodeAt(at))) return false;
  return text !== "" && text.length <= longestName;
}

/** Who that is, for grouping and comparing. */
export interface Identity {
  /** The same for every way to write one person: the configured handle, else the handle or name without its case. */
  readonly key: string;
  /** For people to read: "Ana Li". */
  readonly label: string;
  /** The entry of the configuration that it is, undefined for a stranger. */
  readonly person: Person | undefined;
}

/** Finds a person among those of the configuration by handle, name or mail address; a stranger is identified by what is written. */
export function identify(written: PersonName, people: readonly Person[]): Identity {
  const known = byWord(people);
  const localPart = written.email?.split("@")[0];
  const person = [written.email, written.handle, written.name, localPart]
    .filter((word) => word !== undefined)
    .map((word) => known.get(word.toLowerCase()))
    .find((found) => found !== undefined);
  if (person !== undefined) {
    const handle = bareHandle(person.handle);
    return { key: handle.toLowerCase(), label: person.name ?? handle, person };
  }
  const label = written.name ?? written.handle ?? written.email ?? written.text;
  return { key: (written.handle ?? written.name ?? written.email ?? written.text).toLowerCase(), label, person };
}

const byWord = memo((people: readonly Person[]) => {
  const known = new Map<string, Person>();
  // A handle beats a name that is spelled the same.
  for (const person of people) if (person.name !== undefined) known.set(person.name.toLowerCase(), person);
  for (const person of people) if (person.email !== undefined) known.set(person.email.toLowerCase(), person);
  for (const person of people) known.set(bareHandle(person.handle).toLowerCase(), person);
  return known;
});

function bareHandle(handle: string): string {
  return handle.replace(/^@/, "");
}

type Read = Pick<PersonName, "handle" | "name" | "email">;

function readPerson(written: string): Read | undefined {
  // A paragraph in that place is nobody's name in particular, and the expressions below are made for short texts.
  if (written.length > longestName) return { handle: undefined, name: written, email: undefined };
  let rest = written;
  // `[Ana Li](https://…)` and `[[Ana Li]]` are links to a person: what is shown counts.
  const link = /^\[\[?([^[\]]+)\]\]?(?:\([^()]*\))?$/.exec(rest)?.[1];
  if (link !== undefined) rest = link;
  const email = /(?<![^\s<>()[\],;:"@])[^\s<>()[\],;:"@]+@[^\s<>()[\],;:"@]+/.exec(rest)?.[0];
  if (email !== undefined) rest = rest.replace(email, " ");
  const at = /(?<![\p{L}\p{N}])@([\p{L}\p{N}][\p{L}\p{N}_./-]*)/u.exec(rest);
  if (at !== null) rest = rest.replace(at[0], " ");
  // `Ana Li (QA)` and `Ana Li - networking`: a role is no part of the name.
  const name = rest
    .replace(/\s[-–—]\s.*$/s, "")
    .replace(/\([^()]*\)|[<>()"“”]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const isWord = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(name);
  const handle = at?.[1]?.replace(/(?<![./-])[./-]+$/, "") ?? (isWord && email === undefined ? name : undefined);
  const fullName = /[\p{L}\p{N}]/u.test(name) && name !== handle ? name : undefined;
  if (handle === undefined && fullName === undefined && email === undefined) return undefined;
  return { handle, name: fullName, email };
}

const longestName = 200;

/** The trimmed spans between separators; quotes around one stay outside. */
function parts(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  const add = (end: number) => {
    let start = from;
    let stop = end;
    while (start < stop && /[\s"“”]/.test(text[start]!)) start++;
    while (stop > start && /[\s"“”]/.test(text[stop - 1]!)) stop--;
    if (stop > start) spans.push({ start, end: stop });
  };
  for (const separator of text.matchAll(/[,;&]|\sand\s/gi)) {
    add(separator.index);
    from = separator.index + separator[0].length;
  }
  add(text.length);
  return spans;
}
