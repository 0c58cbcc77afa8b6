import { type FileWillRenameEvent, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions, WorkspaceEdit } from "vscode-languageclient";
import type { Request } from "./asked-once.ts";

type Middleware = NonNullable<LanguageClientOptions["middleware"]>;

/**
 * Who has told VS Code to update Markdown links when files move has it correct those in the text of what moves, from where
 * the file was. Corrected twice they would lead nowhere, so those are left to it then; all others are ours.
 */
export function leavingOwnLinks(
  middleware: Middleware,
  client: () => BaseLanguageClient | undefined,
  request: Request,
): Middleware {
  return {
    ...middleware,
    workspace: {
      ...middleware.workspace,
      willRenameFiles: async (event, next) => {
        const running = client();
        if (running === undefined || !isDoneByVsCode(event)) return await next(event);
        const { code2ProtocolConverter: there, protocol2CodeConverter: back } = running;
        const files = event.files.map(({ oldUri, newUri }) => ({
          oldUri: there.asUri(oldUri),
          newUri: there.asUri(newUri),
        }));
        const params = { files, leavesOwnLinks: true };
        const edit = await request<WorkspaceEdit | null>("workspace/willRenameFiles", params, event.token);
        return await back.asWorkspaceEdit(edit);
      },
    },
  };
}

function isDoneByVsCode({ files }: FileWillRenameEvent): boolean {
  const [first] = files;
  const settings = workspace.getConfiguration("markdown", first?.oldUri);
  return settings.get<string>("updateLinksOnFileMove.enabled", "never") !== "never";
}
