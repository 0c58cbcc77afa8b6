import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages } from "vscode";
import type { ServerStatus } from "../../../server/src/protocol.ts";
import type { Connection, ServerState } from "../connection.ts";
import { plainMessage } from "../pure/plain-text.ts";
import { configFileNames } from "../settings.ts";

/** The line behind `{}` in the status bar, for Markdown documents and only while the server runs. */
export function showLanguageStatus(connection: Connection): Disposable {
  let item: LanguageStatusItem | undefined;
  const listening = connection.onState((state) => {
    if (state === undefined) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= languages.createLanguageStatusItem("throughline.status", [
      { language: "markdown" },
      ...configFileNames().map((name) => ({ pattern: `**/${name}` })),
    ]);
    item.name = "Throughline";
    item.busy = state.state === "starting" || state.state === "scanning";
    Object.assign(item, describe(state));
  });
  return new Disposable(() => {
    listening.dispose();
    item?.dispose();
  });
}

type Description = Pick<LanguageStatusItem, "text" | "detail" | "severity" | "command">;

function describe(state: Exclude<ServerState, undefined>): Description {
  const severities = LanguageStatusSeverity;
  const open = { title: l10n.t("Open Roadmap"), command: "throughline.roadmap.focus" };
  switch (state.state) {
    case "starting":
      return { text: l10n.t("Starting…"), detail: undefined, severity: severities.Information, command: undefined };
    case "failed":
      return {
        text: l10n.t("The server has stopped"),
        detail: undefined,
        severity: severities.Error,
        command: { title: l10n.t("Restart"), command: "throughline.restartServer" },
      };
    case "scanning":
      return {
        text: l10n.t("Reading documents…"),
        detail: undefined,
        severity: severities.Information,
        command: undefined,
      };
    case "broken-config":
      return {
        text: l10n.t("The configuration has an error"),
        detail: counts(state),
        severity: severities.Error,
        command: { title: l10n.t("Open Configuration"), command: "throughline.openConfiguration" },
      };
    case "no-specs":
      return {
        text: l10n.t("No specs here yet"),
        detail: state.note && plainMessage(state.note),
        severity: severities.Information,
        command: open,
      };
    case "ready":
      return {
        text: counts(state),
        detail: state.note === undefined ? problems(state) : plainMessage(state.note),
        severity: state.note === undefined ? severities.Information : severities.Warning,
        command: open,
      };
  }
}

function counts({ specs, items, files }: ServerStatus): string {
  return l10n.t(
    "{0}, {1} in {2}",
    specs === 1 ? l10n.t("1 spec") : l10n.t("{0} specs", specs),
    items === 1 ? l10n.t("1 item") : l10n.t("{0} items", items),
    files === 1 ? l10n.t("1 file") : l10n.t("{0} files", files),
  );
}

function problems({ errors, warnings }: ServerStatus): string {
  if (errors + warnings === 0) return l10n.t("no problems");
  return l10n.t(
    "{0}, {1}",
    errors === 1 ? l10n.t("1 error") : l10n.t("{0} errors", errors),
    warnings === 1 ? l10n.t("1 warning") : l10n.t("{0} warnings", warnings),
  );
}
