/** The settings that the server reads, with their defaults; section `throughline`. Imports nothing: the client shares it. */
export interface Settings {
  readonly enable: boolean;
  /** Path of the configuration, relative to the workspace folder. */
  readonly configFile: string;
  readonly diagnostics: { readonly scope: "open" | "project" };
}

export const defaultSettings: Settings = {
  enable: true,
  configFile: "throughline.yaml",
  diagnostics: { scope: "project" },
};
