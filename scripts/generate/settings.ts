import { readFileSync } from "node:fs";
import { codes, table } from "./generated.ts";

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly markdownDescription: string;
}

/** The settings as the manifest has them, with the words that VS Code shows. */
export function settingTable(): string {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync("package.nls.json", "utf8"));
  const settings: Readonly<Record<string, Setting>> = manifest.contributes.configuration.properties;
  const rows = Object.entries(settings).map(([name, { default: value, enum: words, markdownDescription }]) => [
    `\`${name}\``,
    `${texts[markdownDescription.slice(1, -1)]}${words === undefined ? "" : ` One of ${codes(words)}.`}`,
    `\`${JSON.stringify(value)}\``,
  ]);
  return table(["Setting", "What it does", "Default"], rows);
}
