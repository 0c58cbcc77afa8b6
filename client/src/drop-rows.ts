import { type Disposable, DocumentDropEdit, DocumentDropOrPasteEditKind, l10n, languages } from "vscode";
import { type LinkTextParams, linkText } from "../../server/src/plan-protocol.ts";
import type { Connection } from "./connection.ts";
import { readDragged, rowsMime } from "./views/drag-rows.ts";

/** Rows that are dropped into a document become links to their items. */
export function dropRows(connection: Connection): Disposable {
  const kind = DocumentDropOrPasteEditKind.Empty.append("markdown", "link", "throughline");
  return languages.registerDocumentDropEditProvider(
    { language: "markdown" },
    {
      async provideDocumentDropEdits(document, position, data, token) {
        const dragged = await readDragged(data.get(rowsMime));
        if (dragged === undefined) return undefined;
        const { line, character } = position;
        const params: LinkTextParams = {
          uri: document.uri.toString(),
          position: { line, character },
          items: dragged.items,
        };
        const text = await connection.request<string>(linkText, params, token);
        return text === "" ? undefined : new DocumentDropEdit(text, l10n.t("Insert Link to Item"), kind);
      },
    },
    { providedDropEditKinds: [kind], dropMimeTypes: [rowsMime] },
  );
}
