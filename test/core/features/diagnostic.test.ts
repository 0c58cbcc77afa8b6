import { deepEqual, equal } from "node:assert/strict";
import {
  type DiagnosticShape,
  diagnosticOf,
  diagnosticShape,
  diagnosticsOf,
} from "../../../server/src/features/diagnostic.ts";
import { pageOf } from "../../../server/src/rules/page.ts";
import type { Problem } from "../../../server/src/rules/problem.ts";
import { engineOver, root } from "../../check.ts";

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };
const problem: Problem = {
  rule: "depends-on-later",
  level: "warning",
  range,
  message: "One-tap pay (Q1 2027) needs Wallet, which lands in Q3 2027.",
  item: "FEAT-1",
  fixable: false,
  patient: false,
  related: [{ path: "plans/Wallet (1).md", range, message: "Lands in Q3 2027." }],
  tag: "deprecated",
  data: { later: "FEAT-2" },
};
const everything: DiagnosticShape = { related: true, link: true, data: true, tags: [1, 2] };

describe("a problem as a diagnostic", () => {
  const project = engineOver("//- a.md\n").workspace.projects()[0]!;

  it("has its rule, the rule's page, what else is concerned, and what a fix needs", () => {
    deepEqual(diagnosticOf(problem, project, everything), {
      range,
      severity: 2,
      code: "depends-on-later",
      source: "throughline",
      message: "One-tap pay (Q1 2027) needs Wallet, which lands in Q3 2027.",
      codeDescription: { href: pageOf("depends-on-later") },
      tags: [2],
      relatedInformation: [
        { location: { uri: `${root}/plans/Wallet%20%281%29.md`, range }, message: "Lands in Q3 2027." },
      ],
      data: { later: "FEAT-2", fixable: false, item: "FEAT-1" },
    });
  });

  it("has only what the client understands", () => {
    const shape = { related: false, link: false, data: false, tags: [1] };
    deepEqual(Object.keys(diagnosticOf(problem, project, shape)), ["range", "severity", "code", "source", "message"]);
    equal(diagnosticOf({ ...problem, level: "hint" }, project, shape).severity, 4);
  });

  it("learns that from either of the two places where clients say it", () => {
    const none = { related: false, link: false, data: false, tags: [] };
    deepEqual(diagnosticShape({}), none);
    deepEqual(diagnosticShape({ textDocument: { publishDiagnostics: { relatedInformation: true } } }), {
      ...none,
      related: true,
    });
    deepEqual(
      diagnosticShape({
        textDocument: {
          publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1] } },
          diagnostic: { dataSupport: true, codeDescriptionSupport: true },
        },
      }),
      { related: true, link: true, data: true, tags: [1] },
    );
  });

  it("of very many tells the gravest, in their order, and how many more there are", () => {
    const many = Array.from({ length: 1500 }, (_, line): Problem => {
      const range = { start: { line, character: 0 }, end: { line, character: 1 } };
      return { ...problem, range, level: line % 2 === 0 ? "error" : "information" };
    });
    const told = diagnosticsOf(many, project, everything);
    equal(told.length, 1001);
    equal(told.filter(({ severity }) => severity === 1).length, 750);
    const lines = told.map(({ range }) => range.start.line);
    deepEqual(
      lines,
      lines.toSorted((a, b) => a - b),
    );
    equal(told.at(-1)!.message, "500 more findings in this document are not shown. Mend some of these first.");
    equal(diagnosticsOf(many.slice(0, 1000), project, everything).length, 1000);
  });
});
