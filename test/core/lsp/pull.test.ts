import assert from "node:assert/strict";
import { CancellationToken, CancellationTokenSource } from "vscode-languageserver";
import type { Report } from "../../../server/src/lsp/findings.ts";
import { Pull } from "../../../server/src/lsp/pull.ts";

describe("an answer about the whole workspace that takes many turns", () => {
  const files = Array.from({ length: 500 }, (_, at) => `file:///w/${at}.md`);
  const [first] = files;

  it("comes in parts as it is found, to a client that takes parts", async () => {
    const before: number[] = [];
    const { pull, parts } = slowly((uri) => uri === files.at(-1) && before.push(parts.length));
    const answer = pull.workspace({ previousResultIds: [], partialResultToken: "parts" }, CancellationToken.None);
    await until(() => parts.flat().length === files.length);
    assert.deepEqual(
      parts.map(({ length }) => length),
      [200, 200, 100],
    );
    assert.deepEqual(before, [2]);
    pull.dispose();
    assert.deepEqual(await answer, { items: [] });
  });

  it("tells also what became of a file that had been looked at already", async () => {
    const { pull, parts, become } = slowly((uri) => {
      if (uri !== files[400]) return;
      setTimeout(() => {
        become(first!, "news");
        pull.settled([first!]);
        pull.settled([]);
      }, 0);
    });
    const answer = pull.workspace({ previousResultIds: [], partialResultToken: "parts" }, CancellationToken.None);
    await until(() => parts.flat().length > files.length);
    assert.equal(parts.flat().filter((uri) => uri === first).length, 2);
    pull.dispose();
    await answer;
  });

  it("does not look again at what others have looked at as well, where nothing has changed", async () => {
    const looked: string[] = [];
    const { pull } = slowly((uri) => {
      looked.push(uri);
      if (uri === files[400]) setTimeout(() => pull.settled(files.slice(0, 300)), 0);
    });
    const { items } = await pull.workspace({ previousResultIds: [] }, CancellationToken.None);
    assert.equal(items.length, files.length);
    assert.deepEqual(looked, files);
  });

  it("tells again what is true of a file that was closed meanwhile", async () => {
    const { pull, parts } = slowly((uri) => {
      if (uri === files[400]) setTimeout(() => pull.closed(first!), 0);
    });
    const answer = pull.workspace({ previousResultIds: [], partialResultToken: "parts" }, CancellationToken.None);
    await until(() => parts.flat().length > files.length);
    assert.deepEqual(parts.at(-1)?.at(-1), first);
    pull.dispose();
    await answer;
  });

  it("tells what it owes about a file that was closed, though the question was withdrawn", async () => {
    const cancel = new CancellationTokenSource();
    const { pull } = slowly((uri) => uri === files[400] && cancel.cancel());
    const params = { previousResultIds: files.map((uri) => ({ uri, value: "one" })) };
    pull.closed(first!);
    assert.deepEqual(await pull.workspace(params, cancel.token), { items: [] });
    const { items } = await pull.workspace(params, CancellationToken.None);
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [first],
    );
  });

  /** To report the file takes so long that others get a turn. */
  function slowly(onReport: (uri: string) => unknown) {
    const reports = new Map(files.map((uri) => [uri, reportOf("one")]));
    const parts: string[][] = [];
    let changes = 0;
    const become = (uri: string, id: string): void => {
      changes++;
      reports.set(uri, reportOf(id));
    };
    const pull = new Pull({
      report(uri) {
        onReport(uri);
        const since = performance.now();
        while (uri === files[400] && performance.now() - since < 10);
        return reports.get(uri)!;
      },
      changes: () => changes,
      reportable: () => files,
      version: () => undefined,
      scanned: () => Promise.resolve(),
      refresh: () => {},
      stream: (_, items) => void parts.push(items.map(({ uri }) => uri)),
    });
    return { pull, parts, become };
  }
});

function reportOf(id: string): Report {
  return {
    id,
    diagnostics: [{ message: id, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } }],
  };
}

async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 2000; !isSo() && performance.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 5));
  assert.ok(isSo());
}
