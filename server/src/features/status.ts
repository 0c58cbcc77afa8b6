import { serverStatus } from "../protocol.ts";
import type { Feature, State } from "./feature.ts";

/** *Show Server Status*: what the server holds and how long things took. */
export const status: Feature = {
  capabilities: () => ({}),
  ahead: {
    *[serverStatus](_params: unknown, { workspace }) {
      for (const project of workspace.projects()) yield* project.countLinks();
    },
  },
  requests: { [serverStatus]: (_params: unknown, state) => statusText(state) },
};

export function statusText(state: State): string {
  const { engine, workspace } = state;
  const figures = state.figures();
  const { status, scan } = figures;
  const lines = [
    "# Throughline",
    "",
    `- State: ${status.state}${status.note === undefined ? "" : ` (${status.note})`}`,
    `- Problems: ${status.errors} errors, ${status.warnings} warnings`,
    `- Open documents: ${figures.open}`,
    `- Positions: ${figures.encoding}; diagnostics: ${figures.diagnostics}`,
    `- Last scan: ${scan.files} files; listed in ${milliseconds(scan.listed)}, read in ${milliseconds(scan.read)}, checked in ${milliseconds(scan.checked)}`,
    "",
    "| Project | Configuration | Files | Documents | Items | Links | Rules |",
    "|---|---|--:|--:|--:|--:|--:|",
  ];
  for (const project of workspace.projects()) {
    const { files, specs, items, links, rules } = engine.counts(project);
    const config = project.config.present ? `<${project.configUri}>` : "none";
    lines.push(`| <${project.root}> | ${config} | ${files} | ${specs} | ${items} | ${links} | ${rules} |`);
  }
  return `${lines.join("\n")}\n`;
}

function milliseconds(value: number): string {
  return `${Math.round(value)} ms`;
}
