import type { PanelState, Tab } from "./state.ts";

/** What a person does with the pointer, and in the fields above. */
export interface Listening {
  readonly tab: (tab: Tab) => void;
  readonly zoom: (zoom: PanelState["zoom"]) => void;
  readonly choose: (next: Partial<PanelState>) => void;
  /** The title of something in a table. */
  readonly open: (id: string) => void;
  readonly restart: () => void;
  readonly search: () => void;
  readonly row: (id: string, isName: boolean) => void;
  readonly rowTwice: (id: string) => void;
  /** The row that has the focus now; undefined where something else has. */
  readonly focus: (id: string | undefined) => void;
  /** At most once in a frame. */
  readonly scroll: () => void;
}

/** Listens at the top, because what is below comes and goes. */
export function listen(app: HTMLElement, to: Listening): void {
  app.addEventListener("click", ({ target }) => {
    const at = target as HTMLElement;
    const { tab, zoom, open, restart, search } = at.closest("button")?.dataset ?? {};
    const row = rowAt(target);
    if (tab !== undefined) to.tab(tab as Tab);
    else if (zoom !== undefined) to.zoom(zoom as PanelState["zoom"]);
    else if (open !== undefined) to.open(open);
    else if (restart !== undefined) to.restart();
    else if (search !== undefined) to.search();
    else if (row !== undefined) to.row(row, at.closest(".name") !== null);
  });
  app.addEventListener("dblclick", ({ target }) => {
    const row = rowAt(target);
    if (row !== undefined) to.rowTwice(row);
  });
  app.addEventListener("focusin", ({ target }) => to.focus(rowAt(target)));

  let typing: ReturnType<typeof setTimeout> | undefined;
  app.addEventListener("input", ({ target }) => {
    const input = target as HTMLInputElement | HTMLSelectElement;
    if (input.id === "by") to.choose({ by: input.value });
    else if (input.id === "done") to.choose({ showDone: (input as HTMLInputElement).checked });
    else {
      clearTimeout(typing);
      typing = setTimeout(() => to.choose({ filter: input.value.trim() }), restMs);
    }
  });

  let isWaiting = false;
  const scrolled = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      to.scroll();
    });
  };
  app.addEventListener("scroll", scrolled, true);
}

/** How long somebody who types has to rest before it is looked for. */
const restMs = 120;

function rowAt(target: EventTarget | null): string | undefined {
  return (target as HTMLElement | null)?.closest<HTMLElement>("[data-row]")?.dataset.row;
}
