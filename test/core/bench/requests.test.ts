import assert from "node:assert/strict";
import { questions } from "../../../bench/requests.ts";
import { features } from "../../../server/src/features/all.ts";
import { diagnostics } from "../../../server/src/lsp/diagnostics.ts";
import { roadmapDiff } from "../../../server/src/lsp/roadmap-diff.ts";
import type { Session } from "../../../server/src/lsp/session.ts";
import { syntaxTree } from "../../../server/src/lsp/syntax-tree.ts";
import { sourcesIn } from "../../sources.ts";

describe("the questions of the benchmark", () => {
  const session = { pull: {}, host: { past: true } } as unknown as Session;
  const answered = new Set(
    [...features, diagnostics(session), roadmapDiff(session), syntaxTree].flatMap(({ requests }) =>
      Object.keys(requests),
    ),
  );

  it("ask everything that the server answers: a new request has a row in bench/requests.ts", () => {
    const asked = new Set(questions.map(({ method }) => method));
    assert.deepEqual([...answered].filter((method) => !asked.has(method)).sort(), []);
  });

  it("ask nothing else", () => {
    assert.deepEqual(
      questions.map(({ method }) => method).filter((method) => !answered.has(method)),
      [],
    );
  });

  it("know all features: the server registers these and no others", () => {
    const [server] = sourcesIn("server/src/lsp/server.ts");
    assert.match(server!.code, /of \[\.\.\.features, diagnostics\(session\), roadmapDiff\(session\), syntaxTree\]\)/);
  });
});
