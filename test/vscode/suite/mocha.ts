/**
 * Mocha inside the extension host. Its browser build runs in both extension hosts; this module is the first one of the
 * bundle, so that `describe` and `it` exist when the tests are read.
 */

import "mocha/mocha.js";

interface BrowserMocha {
  setup(options: Readonly<Record<string, unknown>>): void;
  run(finished: (failures: number) => void): Mocha.Runner;
}

// The browser build hands itself over on the global object, whatever is imported from it.
const mocha = (globalThis as unknown as { readonly mocha: BrowserMocha }).mocha;

mocha.setup({ ui: "bdd", reporter: "spec", color: false, timeout: 60_000, forbidOnly: true, forbidPending: true });

/** What VS Code calls: resolves when every test passed. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    let passed = 0;
    // The browser build looks for options in the address of its page, and the Node extension host has neither.
    const scope = globalThis as { location?: unknown };
    scope.location ??= { search: "" };
    const runner = mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} of ${passed + failures} tests failed.`));
      else if (passed === 0) reject(new Error("There was no test to run."));
      else resolve();
    });
    runner.on("pass", () => passed++);
  });
}
