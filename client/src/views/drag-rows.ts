import { DataTransferItem, type TreeDragAndDropController } from "vscode";
import { type RoadmapDropParams, roadmapDrop } from "../../../server/src/plan-protocol.ts";
import type { EditAnswer, ItemPlace } from "../../../server/src/protocol.ts";
import { applyEdit } from "../apply-edit.ts";
import { placesOf } from "../commands/rows.ts";
import type { Connection } from "../connection.ts";
import { refuse } from "../messages.ts";
import type { RowNode } from "../pure/row-tree.ts";
import type { RoadmapOptions } from "./roadmap-options.ts";

/** What is dragged, as other parts of the window see it; VS Code expects the name of the view in it. */
export const rowsMime = "application/vnd.code.tree.throughline.roadmap";

/** As text: a window on the web hands nothing else from one place to another. */
export interface DraggedRows {
  readonly rows: readonly string[];
  readonly items: readonly ItemPlace[];
}

/** Rows of items are taken to other rows; what that means the server knows. What cannot be is said at the bottom of the window. */
export function dragRows(
  connection: Connection,
  options: Pick<RoadmapOptions, "look">,
): TreeDragAndDropController<RowNode> {
  return {
    dragMimeTypes: [rowsMime],
    dropMimeTypes: [rowsMime],
    handleDrag(nodes, data) {
      const dragged = nodes.filter(({ row }) => row.item !== undefined);
      if (dragged.length > 0) data.set(rowsMime, new DataTransferItem(write(dragged)));
    },
    async handleDrop(target, data) {
      const dragged = await readDragged(data.get(rowsMime));
      if (target === undefined || dragged === undefined) return;
      const params: RoadmapDropParams = { ...options.look, rows: dragged.rows, onto: target.row.id };
      const { edit, refusal } = await connection.request<EditAnswer>(roadmapDrop, params);
      if (edit !== undefined) await applyEdit(connection, edit);
      else if (refusal !== undefined) refuse(refusal);
    },
  };
}

function write(nodes: readonly RowNode[]): string {
  const dragged: DraggedRows = { rows: nodes.map(({ row }) => row.id), items: placesOf(nodes) };
  return JSON.stringify(dragged);
}

export async function readDragged(item: DataTransferItem | undefined): Promise<DraggedRows | undefined> {
  const text = await item?.asString();
  return text === undefined || text === "" ? undefined : (JSON.parse(text) as DraggedRows);
}
