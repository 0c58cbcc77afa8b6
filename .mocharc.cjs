/** The core suite: `npx mocha` runs all of it, `npx mocha test/core/snippets.test.ts` one file of it. */
const named = process.argv.some((argument, at, all) => argument.endsWith(".test.ts") && all[at - 1] !== "--ignore");

module.exports = {
  import: "tsx",
  require: ["./test/seed.ts"],
  spec: named ? [] : ["test/core/**/*.test.ts"],
  timeout: 60_000,
};
