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

  const owned = `
      //- prd.md
      ---
      type: prd
      owner: ravi, Bo Okafor
      ---
      `;
  for (const [what, people] of Object.entries({
    "a person without a handle": "people: [ana, { name: Bo Okafor }]",
    "a key that means nothing": "people: [ana, { handle: bo, nam: Bo Okafor }]",
    "an entry that is a list": "people: [ana, [bo]]",
    "text that is no YAML": 'people:\n        - ana\n        - { handle: bo, name: "Bo Okafor }\n',
  })) {
    it(`is said of nobody where it may be a part of the people that could not be read: ${what}`, () =>
      checkProblems(`\n      //- throughline.yaml\n      ${people}${owned}`, { only: "unknown-person" }));
  }

  it("is still said where another part of the configuration is broken, or a person stands there twice", () =>
    checkProblems(
      `
      //- throughline.yaml
      peple: [bo]
      people: [ana, Bo Okafor, ana]
      calendar: later
      //- prd.md
      ---
      type: prd
      owner: ravi
             ^^^^ warning unknown-person
      ---
      `,
      { only: "unknown-person" },
    ));
});
