import { l10n } from "vscode";
import {
  type RoadmapChoices,
  type RoadmapFacet,
  type RoadmapFilterProblem,
  type RoadmapNarrow,
  type RoadmapNarrowParams,
  roadmapChoices,
  roadmapNarrow,
} from "../../../server/src/look-protocol.ts";
import { type Choice, choice, choiceBox, chooseMany, heading } from "../choices.ts";
import type { Connection } from "../connection.ts";
import type { Roadmap } from "../views/roadmap.ts";
import { showView, viewItems } from "./saved-views.ts";

/** How long to wait for the next letter. */
const TYPING_PAUSE_MS = 150;

/** What somebody did in the list: took the query as it is, or something that changes it or leads elsewhere. */
type Step =
  | { readonly type: "take" | "leave" }
  | { readonly type: "go"; readonly go: (query: string) => Promise<string | undefined> };

interface StepItem extends Choice {
  readonly step?: Step;
}

/**
 * One box for words and conditions; below it the sides from which the roadmap can be narrowed, with counts. The tree follows
 * what is typed and chosen; Escape brings back what there was.
 */
export async function chooseFilter(connection: Connection, roadmap: Roadmap): Promise<void> {
  const before = roadmap.look.filter;
  const { views } = await connection.request<RoadmapChoices>(roadmapChoices);
  let query: string | undefined = before;
  while (query !== undefined) {
    const asked = await askQuery(connection, roadmap, query, views);
    const { step } = asked;
    if (step.type === "leave") return roadmap.setLook({ filter: before });
    await roadmap.setLook({ filter: asked.query }, nameFor(roadmap, asked.query));
    query = step.type === "go" ? await step.go(asked.query) : undefined;
  }
}

/** What is only opened and closed again is still the view that it was. */
function nameFor({ look, view }: Roadmap, query: string): string {
  return look.filter === query.trim() ? view : "";
}

interface Asked {
  readonly step: Step;
  readonly query: string;
}

function askQuery(
  connection: Connection,
  roadmap: Roadmap,
  query: string,
  views: RoadmapChoices["views"],
): Promise<Asked> {
  const pick = choiceBox<StepItem>();
  let typing: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let rest: readonly StepItem[] = [];
  const show = async (typed: string): Promise<void> => {
    const turn = ++asked;
    const answer = await narrow(connection, roadmap, { filter: typed });
    if (turn !== asked) return;
    const { shown, total } = answer;
    rest = [
      ...answer.problems.map((problem) => problemItem(problem, typed)),
      heading(l10n.t("Narrow by"), {}),
      ...answer.facets.map((facet) => facetItem(connection, roadmap, facet)),
      heading(l10n.t("Views"), {}),
      ...viewItems(connection, views, roadmap, (view) => showView(roadmap, view)).map(
        ({ choose, ...item }): StepItem => ({ ...item, alwaysShow: true, step: leading(choose) }),
      ),
    ];
    pick.items = [queryItem(typed, l10n.t("{0} of {1} shown", shown, total)), ...rest];
  };
  pick.title = l10n.t("Filter the Roadmap");
  pick.placeholder = l10n.t("Words, or conditions such as owner:ana has:problem -status:done");
  pick.value = query;
  pick.onDidChangeValue((typed) => {
    clearTimeout(typing);
    // Enter may come before the answer.
    pick.items = [queryItem(typed, ""), ...rest];
    typing = setTimeout(() => {
      void roadmap.setLook({ filter: typed }, nameFor(roadmap, typed));
      void show(typed).catch(() => undefined);
    }, TYPING_PAUSE_MS);
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve({ step: pick.activeItems[0]?.step ?? { type: "take" }, query: pick.value });
      pick.hide();
    });
    pick.onDidHide(() => {
      clearTimeout(typing);
      asked++;
      resolve({ step: { type: "leave" }, query });
      pick.dispose();
    });
    pick.show();
    void show(query).catch(() => undefined);
  });
}

function narrow(connection: Connection, { look }: Roadmap, more: Partial<RoadmapNarrowParams>): Promise<RoadmapNarrow> {
  return connection.request<RoadmapNarrow>(roadmapNarrow, { ...look, ...more });
}

/** The query itself stands first, by its own words: whatever else has those letters stands below it, and Enter takes it. */
function queryItem(typed: string, description: string): StepItem {
  const words = typed.trim();
  const label = words === "" ? l10n.t("Everything") : words;
  return choice({ label, description, alwaysShow: true }, { step: { type: "take" } });
}

function problemItem({ message, mended }: RoadmapFilterProblem, typed: string): StepItem {
  const step = leadingTo(mended ?? typed);
  return choice({ icon: "warning", label: message, detail: mended, alwaysShow: true }, { step });
}

function facetItem(connection: Connection, roadmap: Roadmap, facet: RoadmapFacet): StepItem {
  const chosen = facet.options.filter(({ isChosen }) => isChosen).map(({ label }) => label);
  const words = { icon: facet.icon, label: `${facet.title}…`, description: chosen.join(", "), alwaysShow: true };
  const step: Step = {
    type: "go",
    go: async (query) => {
      const values = await pickOptions(facet);
      if (values === undefined) return query;
      return (await narrow(connection, roadmap, { filter: query, choose: { facet: facet.id, values } })).filter;
    },
  };
  return choice(words, { step });
}

/** Several at once; none shows all of it again. */
async function pickOptions({ title, options }: RoadmapFacet): Promise<readonly string[] | undefined> {
  const items = options.map(({ value, label, count, isChosen }) =>
    choice({ label, description: String(count), picked: isChosen }, { value }),
  );
  const picked = await chooseMany(items, {
    title: l10n.t("Filter the Roadmap: {0}", title),
    placeHolder: l10n.t("Tick what is to be seen; nothing ticked shows everything"),
  });
  return picked?.map(({ value }) => value);
}

/** Another query in the box. */
function leadingTo(query: string): Step {
  return { type: "go", go: async () => query };
}

/** Somewhere else, and the box is not needed any more. */
function leading(choose: () => unknown): Step {
  return {
    type: "go",
    go: async () => {
      await choose();
      return undefined;
    },
  };
}
