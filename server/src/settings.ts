/** The settings that the server reads, with their defaults; section `throughline`. Imports nothing: the client shares it. */
export interface Settings {
  readonly enable: boolean;
  /** Path of the configuration, relative to the workspace folder. */
  readonly configFile: string;
  readonly diagnostics: { readonly scope: "open" | "project" };
  /** Above which lines figures stand. */
  readonly codeLens: (typeof codeLensChoices)[number];
  /** Behind which ids a title stands. */
  readonly inlayHints: (typeof inlayHintChoices)[number];
}

export const codeLensChoices = ["document", "item", "off"] as const;
export const inlayHintChoices = ["fields", "everywhere", "off"] as const;

export const defaultSettings: Settings = {
  enable: true,
  configFile: "throughline.yaml",
  diagnostics: { scope: "project" },
  codeLens: "document",
  inlayHints: "fields",
};
