import { checkProblems } from "../../check.ts";

describe("a level by phase", () => {
  it("holds for the text of a document as for its fields", () => {
    checkProblems(
      `
      //- throughline.yaml
      rules: { broken-link: { active: error, draft: information } }
      //- active.md
      ---
      type: prd
      status: active
      ---
      [x](nope.md)
          ^^^^^^^ error broken-link
      //- draft.md
      ---
      type: prd
      status: draft
      ---
      [x](nope.md)
          ^^^^^^^ information broken-link
      //- done.md
      ---
      type: prd
      status: done
      ---
      [x](nope.md)
      `,
      { only: "broken-link" },
    );
  });

  it("is the last one whose files match", () => {
    checkProblems(
      `
      //- throughline.yaml
      rules: { missing-owner: error }
      overrides:
        - { files: ["old/**"], rules: { missing-owner: off } }
        - { files: ["**/new.md"], rules: { missing-owner: information } }
      //- a.md
      ---
      type: prd
            ^^^ error missing-owner
      status: active
      ---
      //- old/new.md
      ---
      type: prd
            ^^^ information missing-owner
      status: active
      ---
      //- old/old.md
      ---
      type: prd
      status: active
      ---
      `,
      { only: "missing-owner" },
    );
  });
});
