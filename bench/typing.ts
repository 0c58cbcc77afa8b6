import { setTimeout as wait } from "node:timers/promises";
import type { Measured, Server } from "./server.ts";

/** A line of prose in the middle of the text, and of the title. */
export function placesIn(text: string): readonly { readonly where: string; readonly line: number }[] {
  const lines = text.split("\n");
  const middle = lines.findIndex((line, at) => at > lines.length / 2 && /^[A-Z][^|[]{40,}[a-z]$/.test(line));
  return [
    { where: "in prose", line: middle },
    { where: "in the title", line: lines.findIndex((line) => line.startsWith("title:")) },
  ];
}

/** Types into the second word of a line: where exactly makes no difference to the work. */
export async function pressAll(server: Server, uri: string, line: number, often: number): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (let press = 0; press < often; press++) {
    await wait(gap);
    const at = { line, character: 7 + press };
    const pressed = () => {
      server.edit(uri, letters[press % letters.length]!, { start: at, end: at });
      return server.request("textDocument/diagnostic", { textDocument: { uri } });
    };
    measured.push(await server.measure(pressed));
  }
  return measured;
}

const letters = "quick brown fox ";
const gap = 30;
