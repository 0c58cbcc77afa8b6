import type { ServerCapabilities } from "vscode-languageserver";

/**
 * What the features offer, as one answer. Where two speak about the same thing, `workspace` say, both count.
 *
 *     { workspace: { fileOperations: … } } + { workspace: { workspaceFolders: … } }
 */
export function mergeCapabilities(all: readonly ServerCapabilities[]): ServerCapabilities {
  return all.reduce<ServerCapabilities>((merged, one) => merge(merged, one), {});
}

function merge<T extends object>(left: T, right: T): T {
  const merged = { ...left };
  for (const [key, value] of Object.entries(right) as [keyof T, T[keyof T]][]) {
    const before = merged[key];
    if (Array.isArray(before) && Array.isArray(value)) merged[key] = [...new Set([...before, ...value])] as T[keyof T];
    else merged[key] = isObject(before) && isObject(value) ? merge(before, value) : value;
  }
  return merged;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
