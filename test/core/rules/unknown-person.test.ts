import { checkProblems } from "../../check.ts";

describe("a name that is none of the people", () => {
  it("is taken for none of them when it is like none of them", () =>
    checkProblems(
      `
      //- throughline.yaml
      people: [ana]
      //- prd.md
      ---
      type: prd
      title: Checkout
      owner: ravi
             ^^^^ warning unknown-person "Correct it, or add the person to the project's people."
      ---
      `,
      { only: "unknown-person" },
    ));
});
