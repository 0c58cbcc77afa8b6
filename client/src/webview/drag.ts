import { type Axis, dayAt } from "../../../server/src/panel/axis.ts";
import type { PanelTime } from "../../../server/src/panel/data.ts";
import { type Grip, type Moved, moveTime } from "../../../server/src/panel/move.ts";

/** What a person who drags a bar means, while it is dragged and when it is let go. */
export interface Dragging {
  readonly axis: () => Axis | undefined;
  readonly timeOf: (row: string) => PanelTime | undefined;
  readonly show: (row: string, moved: Moved | undefined) => void;
  /** Let go, with the time that it was taken hold of at. */
  readonly drop: (row: string, moved: Moved, seen: PanelTime | undefined) => void;
}

/** Listens for bars that are taken hold of. Escape lets one go where it was. */
export function watchDrags(app: HTMLElement, { axis, timeOf, show, drop }: Dragging): void {
  app.addEventListener("pointerdown", (down) => {
    const target = down.target as Element;
    const bar = target.closest(".movable");
    const row = bar?.closest<HTMLElement>("[data-row]")?.dataset.row;
    const track = bar?.closest(".track");
    if (down.button !== 0 || bar === null || row === undefined || track === null || track === undefined) return;
    const grip: Grip = target.matches(".grip.start") ? "start" : target.matches(".grip.end") ? "end" : "all";
    const time = timeOf(row);
    let moved: Moved | undefined;
    let isDragging = false;

    const timeAt = (x: number): Moved | undefined => {
      const scale = axis();
      if (scale === undefined) return undefined;
      const { left, width } = track.getBoundingClientRect();
      const [from, to] = [dayAt(scale, (down.clientX - left) / width), dayAt(scale, (x - left) / width)];
      if (to === undefined) return undefined;
      if (typeof to !== "number")
        return grip === "all" ? { time: { column: to.key }, text: to.key === to.title ? to.title : to.key } : moved;
      const by = typeof from === "number" ? to - from : 0;
      return moveTime(time, grip, by, to, scale.zoom);
    };
    const move = (event: PointerEvent): void => {
      if (!isDragging && Math.abs(event.clientX - down.clientX) < leastMove) return;
      if (!isDragging) {
        isDragging = true;
        app.classList.add("dragging");
        app.classList.toggle("resizing", grip !== "all");
      }
      moved = timeAt(event.clientX);
      show(row, moved);
    };
    const end = (isDropped: boolean): void => {
      app.classList.remove("dragging", "resizing");
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("keydown", key, true);
      if (isDragging && isDropped && moved !== undefined) drop(row, moved, time);
      else if (isDragging) show(row, undefined);
    };
    const up = (): void => end(true);
    const key = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      end(false);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("keydown", key, true);
  });
}

/** Pixels: who clicks does not hold quite still. */
const leastMove = 4;
