import { equal } from "node:assert/strict";
import { Client, type ClientOptions } from "./client.ts";
import { type Transport, transports } from "./transports.ts";

export type Start = (fixture: string, options?: ClientOptions) => Promise<Client>;

/** The same tests over every transport. Each test starts its own servers; they are ended, and have to have been quiet. */
export function overEach(
  title: string,
  tests: (start: Start, transport: Transport) => void,
  over: readonly Transport[] = transports,
): void {
  for (const transport of over) {
    describe(`${title}, over ${transport.name}`, () => {
      const clients: Client[] = [];
      afterEach(async () => {
        const started = clients.splice(0);
        await Promise.all(started.map((client) => client.dispose()));
        for (const { running } of started) equal(running.noise(), "");
      });
      tests(async (fixture, options) => {
        const client = await Client.over(transport, fixture, options);
        clients.push(client);
        return client;
      }, transport);
    });
  }
}

/** A goal, a KPI and a feature without a fault. */
export const plan = `//- GOAL-1.md
---
type: goal
id: GOAL-1
owner: ana
status: active
kpis: [KPI-1]
---
# Sell more
//- KPI-1.md
---
type: kpi
id: KPI-1
owner: ana
baseline: 1 %
target: 2 %
---
# Sales
//- FEAT-1.md
---
type: feature
id: FEAT-1
owner: ana
status: active
timeframe: 2027-Q1
goals: [GOAL-1]
kpis: [KPI-1]
---
# One-tap pay
`;
