/** One window for the tests of a `describe`, with a picture of it whenever one of them fails. */

import { openWorkbench, picture, type Workbench, type WorkbenchOptions } from "./workbench.ts";

/** Opens the window before the tests and closes it after them; the answer gives it to a test. */
export function keepWindow(options: WorkbenchOptions): () => Workbench {
  let workbench: Workbench | undefined;
  const window = () => {
    if (!workbench) throw new Error("The window is not open.");
    return workbench;
  };

  before(async () => {
    workbench = await openWorkbench(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    const name = this.currentTest.fullTitle().replaceAll(/[^a-z0-9]+/gi, "-");
    console.log(`    picture: ${await picture(window(), `failed-${name}`)}`);
  });
  after(() => workbench?.close());
  return window;
}
