/** The core suite: `npx mocha` runs all of it, `npx mocha test/core/snippets.test.ts` one file of it. */
const named = process.argv.slice(2).some((argument) => argument.endsWith(".test.ts"));

module.exports = {
  import: "tsx",
  require: ["./test/seed.ts"],
  spec: named ? [] : ["test/core/**/*.test.ts"],
  timeout: 60_000,
};
