import { commands, type Memento } from "vscode";
import { setting } from "../settings.ts";

/** What the person chose about the tree; the grouping and whether done work shows are remembered per workspace. */
export interface RoadmapOptions {
  readonly by: string;
  readonly filter: string;
  /** As the server wants it. */
  current(): { readonly by: string; readonly filter: string; readonly showDone: boolean };
  setBy(id: string): Promise<void>;
  setFilter(words: string): Promise<void>;
  setShowDone(show: boolean): Promise<void>;
  /** The setting speaks after the choice in the tree: the later one counts. */
  settingChanged(): void;
}

export function rememberOptions(memory: Memento): RoadmapOptions {
  let by = memory.get<string>("roadmap.groupBy") ?? setting("roadmap.groupBy", "goal");
  let showDone = memory.get<boolean>("roadmap.showDone", false);
  let filter = "";

  const context = (name: string, value: boolean) => commands.executeCommand("setContext", `throughline.${name}`, value);
  void context("showDone", showDone);

  return {
    get by() {
      return by;
    },
    get filter() {
      return filter;
    },
    current: () => ({ by, filter, showDone }),
    async setBy(id) {
      by = id;
      await memory.update("roadmap.groupBy", id);
    },
    async setFilter(words) {
      filter = words.trim();
      await context("filtered", filter !== "");
    },
    async setShowDone(show) {
      showDone = show;
      await memory.update("roadmap.showDone", show);
      await context("showDone", show);
    },
    settingChanged() {
      by = setting("roadmap.groupBy", "goal");
      void memory.update("roadmap.groupBy", undefined);
    },
  };
}
