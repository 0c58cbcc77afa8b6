import { normalizePath } from "../base/path.ts";
import type { TeamTemplate } from "./config.ts";
import { noKind } from "./config-fields.ts";
import { type ConfigProblem, invalid } from "./config-problem.ts";
import type { ConfigFile } from "./config-schema.ts";
import type { Origins } from "./config-walk.ts";
import { kindNamed, type Schema } from "./schema.ts";

/** The team's templates; one whose kind does not exist is a problem and left out. */
export function readTemplates(
  origins: Origins,
  problems: ConfigProblem[],
  file: ConfigFile,
  schema: Schema,
): readonly TeamTemplate[] {
  return Object.entries(file.templates ?? {}).flatMap(([name, written]) => {
    const { file: path, kind, says } = typeof written === "string" ? { file: written } : written;
    const known = kind === undefined ? undefined : kindNamed(kind, schema)?.kind.name;
    if (kind !== undefined && known === undefined) {
      problems.push(invalid(origins.value(written as object, "kind"), noKind(kind, [...schema.kinds.keys()])));
      return [];
    }
    const form = /\.(?:md|markdown)$/i.test(path) ? "document" : "folder";
    return [{ name, path: normalizePath(path), form, kind: known, says }];
  });
}

/** What is copied is no document of the plan, wherever it lies. */
export function templatePatterns(templates: readonly TeamTemplate[]): readonly string[] {
  return templates.map(({ path, form }) => (form === "folder" ? `${path}/**` : path));
}
