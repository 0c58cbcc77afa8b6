import type { Schema } from "./schema.ts";

/** `FR-2` → its prefix `FR`; undefined where the text is not `PREFIX-digits`. */
export function idPrefix(text: string): string | undefined {
  let dash = text.length - 1;
  while (dash > 0 && isDigit(text.charCodeAt(dash))) dash--;
  if (dash < 1 || dash === text.length - 1 || text.charCodeAt(dash) !== 45) return undefined;
  for (let at = 0; at < dash; at++) {
    const code = text.charCodeAt(at);
    const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if (!letter && !(at > 0 && (isDigit(code) || code === 45 || code === 95))) return undefined;
  }
  return text.slice(0, dash);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The kind that an id's prefix names, or undefined. */
export function kindOfId(schema: Schema, id: string): string | undefined {
  const prefix = idPrefix(id);
  return prefix === undefined ? undefined : schema.prefixes.get(prefix)?.name;
}

/** Whether a bare id is local to its document: `FR-2`, not `PRD-1/FR-2`. */
export function isRequirementId(schema: Schema, id: string): boolean {
  const prefix = idPrefix(id);
  return prefix !== undefined && schema.prefixes.get(prefix)?.base === "requirement";
}

/** `PRD-1/FR-2` → its document and its requirement; undefined for anything else. */
export function splitQualified(schema: Schema, text: string): { document: string; requirement: string } | undefined {
  const slash = text.lastIndexOf("/");
  if (slash < 1) return undefined;
  const requirement = text.slice(slash + 1);
  const document = text.slice(0, slash);
  return isRequirementId(schema, requirement) && idPrefix(document) !== undefined
    ? { document, requirement }
    : undefined;
}
