import { type Uri, type WorkspaceConfiguration, workspace } from "vscode";
import { defaultSettings } from "../../server/src/settings.ts";

/** The value of one of our settings for a place, or of the window without one. */
export function setting<T>(name: string, fallback: T, place?: Uri): T {
  return workspace.getConfiguration("throughline", place ?? null).get<T>(name, fallback);
}

/** Whether Throughline is on for a place; without one, whether it is on anywhere. */
export function isEnabled(place?: Uri): boolean {
  if (place !== undefined) return setting("enable", defaultSettings.enable, place);
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return setting("enable", defaultSettings.enable);
  return folders.some(({ uri }) => isEnabled(uri));
}

/** The configuration's path for a folder: `throughline.yaml` unless a setting says otherwise. */
export function configFile(place?: Uri): string {
  return setting("configFile", defaultSettings.configFile, place).trim() || defaultSettings.configFile;
}

/** File names of configurations, the usual one first. */
export function configFileNames(): readonly string[] {
  const configured = (workspace.workspaceFolders ?? []).map(({ uri }) => configFile(uri).split("/").at(-1) ?? "");
  return [...new Set([defaultSettings.configFile, ...configured])].filter((name) => name !== "");
}

/** As VS Code names settings that are for Markdown alone. */
export const forMarkdown = { languageId: "markdown" } as const;

/** VS Code's settings of the editor for Markdown. */
export function markdownEditor(): WorkspaceConfiguration {
  return workspace.getConfiguration("editor", forMarkdown);
}
