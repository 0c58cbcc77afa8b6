import { say } from "../base/say.ts";
import { type ConfigProblem, invalid } from "./config-problem.ts";
import type { KindFile } from "./config-schema-kind.ts";
import type { Origins } from "./config-walk.ts";
import { canonicalName, type IdForm } from "./schema.ts";

/** How a kind's ids are made, with the format that goes without saying; undefined when nothing usable is said. */
export function readIdForm(
  origins: Origins,
  problems: ConfigProblem[],
  kind: KindFile,
  prefix: string | undefined,
): IdForm | undefined {
  const { id } = kind;
  if (id === undefined) return undefined;
  if (id.field === undefined && id.file === undefined) {
    // One that is there and wrong has its finding already.
    const isTried = origins.isWritten(id, "field") || origins.isWritten(id, "file");
    if (!isTried)
      problems.push(invalid(origins.key(kind, "id"), say`Say under \`field\` or \`file\` where the id comes from.`));
    return undefined;
  }
  const missing = ["n", "slug"].find(
    (part) =>
      id.file !== undefined &&
      id.field === undefined &&
      id.format?.includes(`{${part}}`) &&
      !id.file.includes(`{${part}}`),
  );
  if (missing !== undefined) {
    problems.push(
      invalid(
        origins.value(id, "format"),
        say`\`${`{${missing}}`}\` does not stand in \`file\`, so the id cannot be made.`,
      ),
    );
    return undefined;
  }
  return {
    field: id.field === undefined ? undefined : canonicalName(id.field),
    file: id.file,
    format: id.format ?? defaultFormat(id.file, prefix),
  };
}

/** `RFC` of `RFC-{n}`: a kind that makes such ids has that prefix. */
export function prefixOf(format: string | undefined): string | undefined {
  return format === undefined ? undefined : /^([A-Za-z][A-Za-z0-9]*)-\{n\}$/.exec(format)?.[1];
}

function defaultFormat(file: string | undefined, prefix: string | undefined): string | undefined {
  const numbered = file === undefined || file.includes("{n}");
  if (numbered && prefix !== undefined) return `${prefix}-{n}`;
  if (file === undefined) return undefined;
  return file.includes("{slug}") ? (numbered ? "{n}-{slug}" : "{slug}") : "{n}";
}
