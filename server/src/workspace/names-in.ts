import type { Document } from "../base/document.ts";
import { globMatcher } from "../base/glob.ts";
import { pathOf } from "../base/uri.ts";
import { readSpec } from "../model/read-spec.ts";
import { namesOf } from "./contributions.ts";
import type { Project } from "./project.ts";

/** Every id and former id in texts of a project that lie somewhere else than its folder, on another branch. */
export function namesIn(documents: readonly Document[], { root, config }: Project): readonly string[] {
  const [isTaken, isIgnored] = [globMatcher(config.files), globMatcher(config.ignore)];
  const names = new Set<string>();
  for (const document of documents) {
    const path = pathOf(root, document.uri);
    if (path === undefined || !isTaken(path) || isIgnored(path)) continue;
    const { summary } = readSpec(document, path, config);
    for (const index of summary.items.keys()) for (const { name } of namesOf(summary, index)) names.add(name);
  }
  return [...names];
}
