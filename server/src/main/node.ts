import { join } from "node:path";
import { createConnection } from "vscode-languageserver/node";
import { serve } from "../lsp/server.ts";
import { compilingLittle } from "./compile-little.ts";
import { keepHeapSmall } from "./heap.ts";
import { scanningHost } from "./scanning-host.ts";

/** The language server as a process of its own: `--node-ipc`, `--stdio`, `--socket=PORT` or `--pipe=NAME`. */
keepHeapSmall();
const connection = createConnection();
// A mistake of ours in the background costs one answer, not what somebody is writing.
process.on("unhandledRejection", (reason) => connection.console.error(`Unhandled: ${String(reason)}`));
const hasShutDown = serve(connection, compilingLittle(scanningHost(__filename, join(__dirname, "core.js"))));
// Over IPC nothing else tells that the client is gone.
process.once("disconnect", () => process.exit(hasShutDown() ? 0 : 1));
// Whoever no longer listens needs no answers.
process.stdout.on("error", () => process.exit(hasShutDown() ? 0 : 1));
