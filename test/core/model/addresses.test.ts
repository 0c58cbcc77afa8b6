import assert from "node:assert/strict";
import { addressesOf } from "../../../server/src/workspace/addresses.ts";
import { engineOver } from "../../check.ts";

const links = '{ Jira: "https://j.example/browse/{key}", github: "https://g.example/o/r/issues/{key}" }';

/** Where the links of a document lead, with these fields at its top and this text below. */
function check(fields: string, expected: readonly string[], { trackers = links, body = "" } = {}): void {
  const source = `//- throughline.yaml
links: ${trackers}
fields: { tracking-link: { type: url, many: true } }
//- prd.md
---
type: prd
${fields}
---
# A

${body}
`;
  const [project] = engineOver(source).workspace.projects();
  const { query } = project!;
  const [found] = query.items();
  assert.deepEqual(
    addressesOf(found!, query.config).map(({ label, url }) => `${label} → ${url}`),
    expected,
  );
}

const one = '{ jira: "https://j.example/browse/{key}" }';

describe("where the links of a document lead", () => {
  it("is what the configuration makes of a key, by the name it stands under", () => {
    check("jira: SHOP-12", ["SHOP-12 → https://j.example/browse/SHOP-12"]);
    check('jira: [SHOP-12, SHOP 3]\ngithub: "#12, a b"\nfigma: nothing known', [
      "SHOP-12 → https://j.example/browse/SHOP-12",
      "#12 → https://g.example/o/r/issues/12",
    ]);
    check("links: [jira:SHOP-12, 'Github: #7']", [
      "SHOP-12 → https://j.example/browse/SHOP-12",
      "#7 → https://g.example/o/r/issues/7",
    ]);
    check("tracking-link: SHOP-12", ["SHOP-12 → https://t.example/SHOP-12"], {
      trackers: '{ tracking-link: "https://t.example/{key}" }',
    });
  });

  it("is clear under a name for any tracker, where there is one only", () => {
    for (const name of ["links", "ticket", "epic-link"]) {
      check(`${name}: SHOP-12`, ["SHOP-12 → https://j.example/browse/SHOP-12"], { trackers: one });
      check(`${name}: SHOP-12`, []);
    }
    check("figma: SHOP-12", [], { trackers: one });
  });

  it("is an address as it is written, and nothing else than one of the web", () => {
    check(
      [
        "figma: https://www.figma.com/design/a",
        "links:",
        "  - https://docs.example/a/very/long/way/to/a/page/that/nobody/reads?x=1",
        '  - "[The board](https://b.example/(1))"',
        "  - <https://c.example>",
        "  - javascript:alert(1)",
        "  - command:workbench.action.quit",
        "  - file:///etc/passwd",
        '  - "[x](javascript:alert)"',
        "  - see the wiki",
      ].join("\n"),
      [
        "figma → https://www.figma.com/design/a",
        "docs.example/a/very/long/way/to/a/page/… → https://docs.example/a/very/long/way/to/a/page/that/nobody/reads?x=1",
        "The board → https://b.example/(1)",
        "c.example → https://c.example",
      ],
    );
  });

  it("keeps what a key holds out of the rest of the address", () => {
    check("jira: A?b=c&d", ["A?b=c&d → https://j.example/browse/A%3Fb%3Dc%26d"]);
    check("jira: ../x", ["../x → https://j.example/browse/..%2Fx"]);
    check("jira: SHOP-1", ["SHOP-1 → https://j.example/SHOP-1?from=SHOP-1"], {
      trackers: '{ jira: "https://j.example/{key}?from={key}" }',
    });
  });

  it("is said in lines below the title too", () => {
    check("jira: SHOP-12", ["SHOP-12 → https://j.example/browse/SHOP-12", "#3 → https://g.example/o/r/issues/3"], {
      body: "**Github:** #3\n**Jira:** SHOP-99",
    });
  });

  it("is not asked without a configuration: then a key is a key", () => check("jira: SHOP-12", [], { trackers: "{}" }));
});
