import { commands, type Memento } from "vscode";
import { setting } from "../settings.ts";

/** How the person looks at the tree, as the server wants it. */
export interface Look {
  readonly by: string;
  /** A query. */
  readonly filter: string;
  readonly sort: string;
  readonly showDone: boolean;
}

/** What the person chose about the tree; all but the filter is remembered per workspace. */
export interface RoadmapOptions {
  readonly look: Look;
  /** The name of the team's view that this is; empty where it is none. */
  readonly view: string;
  change(look: Partial<Look>, view?: string): Promise<void>;
  /** The setting speaks after the choice in the tree: the later one counts. */
  settingChanged(): void;
}

export function rememberOptions(memory: Memento): RoadmapOptions {
  let look: Look = {
    by: memory.get<string>("roadmap.groupBy") ?? setting("roadmap.groupBy", "goal"),
    filter: "",
    sort: memory.get<string>("roadmap.sort", "date"),
    showDone: memory.get<boolean>("roadmap.showDone", false),
  };
  let view = "";

  const context = (name: string, value: boolean) => commands.executeCommand("setContext", `throughline.${name}`, value);
  void context("showDone", look.showDone);

  return {
    get look() {
      return look;
    },
    get view() {
      return view;
    },
    async change(wanted, name = "") {
      const before = look;
      look = { ...look, ...wanted, filter: (wanted.filter ?? look.filter).trim() };
      view = name;
      if (look.by !== before.by) await memory.update("roadmap.groupBy", look.by);
      if (look.sort !== before.sort) await memory.update("roadmap.sort", look.sort);
      if (look.showDone !== before.showDone) await memory.update("roadmap.showDone", look.showDone);
      await context("showDone", look.showDone);
      await context("filtered", look.filter !== "");
    },
    settingChanged() {
      look = { ...look, by: setting("roadmap.groupBy", "goal") };
      view = "";
      void memory.update("roadmap.groupBy", undefined);
    },
  };
}
