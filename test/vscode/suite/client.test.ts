import * as vscode from "vscode";
import type { ThroughlineApi } from "../../../client/src/extension.ts";
import { equal, ok } from "./assert.ts";

describe("the client in VS Code", () => {
  async function api(): Promise<ThroughlineApi> {
    const extension = vscode.extensions.getExtension<ThroughlineApi>("throughline.throughline");
    ok(extension, "throughline.throughline is not installed");
    return await extension.activate();
  }

  it("has every command that package.json promises", async () => {
    await api();
    const known = new Set(await vscode.commands.getCommands(true));
    const promised: readonly { readonly command: string }[] =
      vscode.extensions.getExtension("throughline.throughline")?.packageJSON.contributes.commands;
    ok(promised.length > 10, "package.json lists commands");
    equal(
      promised.filter(({ command }) => !known.has(command)),
      [],
    );
  });

  it("starts the server in a folder with a configuration, and says what it has read", async () => {
    const status = await (await api()).ready();
    equal(status.state, "ready");
    ok(status.files > 20 && status.specs > 20 && status.items > status.specs, JSON.stringify(status));
  });

  it("ends the server and starts it again", async () => {
    await vscode.commands.executeCommand("throughline.restartServer");
    equal((await (await api()).ready()).state, "ready");
  });
});
