import { equal, match } from "node:assert/strict";
import type { Hover } from "vscode-languageserver";
import { overEach, plan, type Start } from "./over-each.ts";
import { commandLine, transports } from "./transports.ts";

const spec = `${plan}//- FEAT-2.md
---
type: feature
id: FEAT-2
status: active
timeframe: 2027-Q1
goals: [GOAL-1]
kpis: [KPI-1]
---
# Wallet
`;

overEach("what a server says", says, [...transports, commandLine]);

function says(start: Start): void {
  const said = async (locale: string | undefined): Promise<string> => {
    const client = await start(spec, { locale });
    const report = await client.pull("FEAT-2.md");
    const position = { line: 5, character: 9 };
    const hover = await client.request<Hover>("textDocument/hover", {
      textDocument: { uri: client.uri("FEAT-2.md") },
      position,
    });
    equal(report.kind, "full");
    const { value } = hover.contents as { value: string };
    return [...(report.kind === "full" ? report.items.map(({ message }) => message) : []), value].join("\n");
  };

  it("is German for somebody whose editor is German", async () => {
    const german = await said("de-CH");
    match(german, /^Wallet \(FEAT-2\) hat keine verantwortliche Person: /);
    match(german, /\nZiel · active · GOAL-1\n/);
  });

  it("is English for everybody else", async () => {
    for (const locale of [undefined, "fr"])
      match(await said(locale), /^Wallet \(FEAT-2\) has no owner: .*\nGoal · active · GOAL-1\n/s);
  });
}
