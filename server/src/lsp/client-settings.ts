import type { Connection } from "vscode-languageserver";
import { codeLensChoices, defaultSettings, inlayHintChoices, type Settings } from "../settings.ts";

/** What the person has set, for the window and for each folder. */
export interface ClientSettings {
  readonly window: Settings;
  readonly folder: (root: string) => Settings;
}

export const noSettings: ClientSettings = { window: defaultSettings, folder: () => defaultSettings };

/** Asks the client for the section `throughline`, once for the window and once for each folder (as the client spells it). */
export async function pullSettings(
  connection: Connection,
  roots: ReadonlyMap<string, string>,
): Promise<ClientSettings> {
  const folders = [...roots];
  const items = [{ section: "throughline" }, ...folders.map(([, scopeUri]) => ({ section: "throughline", scopeUri }))];
  try {
    const asked = connection.sendRequest<readonly unknown[]>("workspace/configuration", { items });
    const answers = await Promise.race([asked, silence()]);
    const byFolder = new Map(folders.map(([root], index) => [root, readSettings(answers[index + 1])]));
    const window = readSettings(answers[0]);
    return { window, folder: (root) => byFolder.get(root) ?? window };
  } catch (reason) {
    connection.console.warn(`The settings could not be read: ${String(reason)}`);
    return noSettings;
  }
}

/** The settings in `didChangeConfiguration`, from clients that are not asked. */
export function pushedSettings(settings: unknown): ClientSettings {
  const section = isRecord(settings) && isRecord(settings.throughline) ? settings.throughline : settings;
  const window = readSettings(section);
  return { window, folder: () => window };
}

/** A value of the wrong type counts as not set. */
function readSettings(section: unknown): Settings {
  if (!isRecord(section)) return defaultSettings;
  const { enable, configFile, diagnostics, codeLens, inlayHints } = section;
  const scope = isRecord(diagnostics) ? diagnostics.scope : undefined;
  return {
    enable: typeof enable === "boolean" ? enable : defaultSettings.enable,
    configFile:
      typeof configFile === "string" && configFile.trim() !== "" ? configFile.trim() : defaultSettings.configFile,
    diagnostics: { scope: scope === "open" || scope === "project" ? scope : defaultSettings.diagnostics.scope },
    codeLens: codeLensChoices.find((choice) => choice === codeLens) ?? defaultSettings.codeLens,
    inlayHints: inlayHintChoices.find((choice) => choice === inlayHints) ?? defaultSettings.inlayHints,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A client that never answers must not keep the files from being read. */
function silence(): Promise<never> {
  return new Promise((_resolve, reject) => setTimeout(() => reject(new Error("no answer")), 3_000));
}
