/** What axe finds wrong for people who use a page in another way than most. */

import axe from "axe-core";
import type { Frame, Page } from "playwright-core";

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** One line for each violation, empty where there is none. The script goes past the page's policy, which lets no other run. */
export async function violationsIn(page: Page | Frame): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const inPage = globalThis as unknown as { axe: { run(context: Document): Promise<Found> } };
    return await inPage.axe.run(document);
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}
