import assert from "node:assert/strict";
import type { Host } from "../../../server/src/host.ts";
import { Files } from "../../../server/src/lsp/files.ts";
import { Engine } from "../../../server/src/rules/engine.ts";
import { Ignored } from "../../../server/src/workspace/ignored.ts";

describe("what was read, at the end", () => {
  it("is kept before the process may go, also when it was being kept already", async () => {
    let isKept = false;
    let write = (): void => {};
    const host: Host = {
      atOnce: 8,
      list: async (root) => ({ files: [], others: [], complete: true, ignored: new Ignored(root) }),
      readMany: async () => [],
      scan: () => ({
        read: async () => [],
        wasRead: () => undefined,
        end: async () => {
          await new Promise<void>((resolve) => (write = resolve));
          isKept = true;
          return undefined;
        },
      }),
    };
    const engine = new Engine({ today: "2026-11-22" });
    const files = new Files({
      host,
      readings: "usual",
      workspace: engine.workspace,
      apply: (changes) => void engine.apply(changes),
      names: () => [],
      failed: (what, reason) => assert.fail(`${what}: ${reason}`),
    });
    await files.look(["file:///w"], () => {});
    const first = files.keep(false);
    await new Promise((resolve) => setImmediate(resolve));
    const second = files.keep(false).then(() => isKept);
    await new Promise((resolve) => setImmediate(resolve));
    write();
    assert.equal(await second, true);
    await first;
    files.dispose();
  });
});
