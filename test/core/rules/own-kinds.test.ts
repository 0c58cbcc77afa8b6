import { checkProblems } from "../../check.ts";

describe("a kind of the team's own", () => {
  it("is asked what the kind is asked that it extends, and no more", () => {
    checkProblems(
      `
      //- throughline.yaml
      kinds:
        gtm: { extends: launch, match: ["gtm/*.md"], prefix: [GTM] }
        adr: { extends: decision, match: ["adr/*.md"], prefix: [ADR] }
        okr: { extends: goal, match: ["okrs/*.md"], prefix: [OKR] }
      rules: { shipped-without-date: warning }
      //- gtm/spring.md
      ---
      id: GTM-1
      status: active
      timeframe: 2026-Q4
      features: FEAT-1
                ^^^^^^ warning launch-before-feature
      ---
      //- adr/tokens.md
      ---
      id: ADR-1
      status: active
      timeframe: 2025-Q1
      ---
      //- adr/later.md
      ---
      id: ADR-2
      status: active
      timeframe: 2027-Q3
      goals: OKR-1
      ---
      //- okrs/growth.md
      ---
      id: OKR-1
          ^^^^^ information idle-goal
      status: active
      timeframe: 2026-Q4
      ---
      //- wallet.md
      ---
      type: feature
      id: FEAT-1
      status: draft
      goals: OKR-1
             ^^^^^ warning after-goal-due
      timeframe: 2027-Q1
      ---
      `,
      { only: ["launch-before-feature", "overdue", "after-goal-due", "idle-goal"] },
    );
  });
});

describe("an id that a team takes from a field or the file's name", () => {
  const kinds = `
      //- throughline.yaml
      kinds:
        rfc: { extends: feature, match: ["rfcs/*.md"], id: { field: rfc, file: "rfc-{n}.md", format: "RFC-{n}" } }
        adr:
          extends: decision
          match: ["adr/*.md"]
          id: { field: number, file: "{n}-{slug}.md", format: "ADR-{n}" }
          fields: { number: { type: number } }`;

  it("is the field's where both say one, and a file that says another is told of", () =>
    checkProblems(
      `${kinds}
      //- rfcs/rfc-12.md
      ---
      rfc: 7
      ^^^ warning id-file-mismatch "The file is called rfc-12.md, and its id is RFC-7."
      ---
      //- adr/0003-postgres.md
      ---
      number: 4
              ^ warning id-file-mismatch "its id is ADR-4"
      ---
      //- adr/0005-tokens.md
      ---
      number: 5
      ---
      //- main.md
      ---
      type: feature
      id: FEAT-1
      depends-on: [RFC-7, RFC-8]
                          ^^^^^ error unknown-reference
      ---
      `,
      { only: ["id-file-mismatch", "unknown-reference"] },
    ));

  it("is the file's where the field says nothing yet", () =>
    checkProblems(
      `${kinds}
      //- rfcs/rfc-12.md
      ---
      rfc: tbd
      ---
      //- adr/0003-postgres.md
      ---
      number: tbd
      features: RFC-12
      ---
      //- decision.md
      ---
      type: decision
      id: DEC-1
      supersedes: ADR-0003
      ---
      `,
      { only: ["id-file-mismatch", "unknown-reference"] },
    ));
});
