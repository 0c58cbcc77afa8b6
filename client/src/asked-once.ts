import type { CancellationToken } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";

/** Where the server ends before it has answered, the one that follows it is asked. */
export type Request = <R>(method: string, params?: unknown, token?: CancellationToken) => Promise<R>;

type Middleware = NonNullable<LanguageClientOptions["middleware"]>;

/** What is asked because somebody has done something: unlike the rest VS Code does not ask it again by itself. */
const askedOnce = new Set(["textDocument/prepareRename", "textDocument/rename", "workspace/willRenameFiles"]);

/** Where the library asks these, they are asked as questions of our own are. */
export function outlivingServers(middleware: Middleware, request: Request): Middleware {
  return {
    ...middleware,
    // The library names what it asks itself by a type, and we ask by the name alone.
    sendRequest: async (type, params, token, next) => {
      if (typeof type !== "string" && askedOnce.has(type.method)) return await request(type.method, params, token);
      return await (middleware.sendRequest?.(type, params, token, next) ?? next(type, params, token));
    },
  };
}
