import assert from "node:assert/strict";
import { rules } from "../../../server/src/rules/all.ts";
import { runOver } from "../../cli.ts";
import { checkText, dedent } from "../../fixture.ts";

const plan = `
  //- specs/checkout.md
  ---
  type: prd
  id: PRD-1
  title: Faster checkout
  owner: ana
  status: active
  timeframe: 2027-Q1
  goals: [GOAL-1, GOAL-9]
  kpis: n/a
  ---
  - [x] **FR-1:** Pay without an account.
  //- specs/growth.md
  ---
  type: goal
  id: GOAL-1
  title: Growth
  owner: bo
  status: active
  ---
`;

describe("throughline check", () => {
  it("says where, what and why, and what it looked at; an error makes the exit code 1", async () => {
    const { code, out, err } = await runOver(plan, "check");
    const active = rules.filter(({ level }) => level !== "off").length;
    checkText(
      out,
      dedent(`
        specs/checkout.md:8:17  error  unknown-reference
          Faster checkout (PRD-1) links to “GOAL-9”, and there is no such goal. Did you mean GOAL-1 (Growth)?

        specs/growth.md:3:5  warning  missing-kpi
          Growth (GOAL-1) has no KPI: say how its success is measured.

        1 error, 1 warning, 0 information
        Looked at 2 files, 2 specs, 3 items, 2 links, with ${active} rules.
        `),
    );
    assert.deepEqual([code, err], [1, ""]);
  });

  it("gives programs the form that is promised", async () => {
    const { out } = await runOver(plan, "check", "--format", "json", "specs/growth.md");
    const report = JSON.parse(out);
    assert.deepEqual(Object.keys(report), ["version", "root", "counts", "problems"]);
    assert.deepEqual(Object.keys(report.counts), [
      ...["files", "specs", "items", "links", "rules", "errors", "warnings", "information"],
    ]);
    assert.deepEqual(report.problems, [
      {
        rule: "missing-kpi",
        level: "warning",
        file: "specs/growth.md",
        range: { start: { line: 3, column: 5 }, end: { line: 3, column: 11 } },
        message: "Growth (GOAL-1) has no KPI: say how its success is measured.",
        item: "GOAL-1",
        fixable: true,
        related: [],
      },
    ]);
  });

  it("annotates a pull request, and nothing in a title can end the line", async () => {
    const { out } = await runOver(
      `
      //- a.md
      ---
      type: prd
      title: "100%\\n::error::x"
      goals: n/a
      kpis: n/a
      timeframe: n/a
      status: active
      ---
      `,
      "check",
      "--format",
      "github",
    );
    const [line, ...rest] = out.trimEnd().split("\n");
    assert.match(
      line!,
      /^::warning file=a\.md,line=3,endLine=3,col=\d+,endColumn=\d+,title=missing-owner::100%25%0A::error/,
    );
    assert.equal(rest.length, 1);
  });

  it("takes levels and the day from the command line", async () => {
    const levels = ["--rule", "unknown-reference=off", "--rule=missing-kpi=error"];
    assert.match((await runOver(plan, "check", ...levels)).out, /1 error, 0 warnings/);
    assert.match((await runOver(plan, "check", "--today", "2028-01-01")).out, /overdue/);
    assert.equal((await runOver(plan, "check", "--fail-on", "never")).code, 0);
    assert.equal((await runOver(plan, "check", "specs/growth.md", "--fail-on", "warning")).code, 1);
    assert.equal((await runOver(plan, "check", "specs/growth.md")).code, 0);
  });

  it("is never green about nothing", async () => {
    const { code, out } = await runOver("//- README.md\n# Hello\n", "check");
    assert.equal(code, 1);
    assert.match(out, /no-specs\n +There is nothing to check: Throughline tracks nothing in the one Markdown file/);
    assert.match(out, /Looked at 1 file, 0 specs/);
  });

  it("writes the result where it is told", async () => {
    const { out, written } = await runOver(plan, "check", "--output", "report.txt");
    assert.equal(out, "");
    assert.match(written.get("report.txt") ?? "", /missing-kpi/);
  });
});

describe("a command line that is wrong", () => {
  for (const [args, says] of [
    [["chek"], "There is no command chek. Did you mean check?"],
    [["check", "--formt=json"], "There is no flag --formt. Did you mean --format?"],
    [["check", "--format", "jsn"], "--format cannot be “jsn”. Did you mean json?"],
    [["check", "--rule", "missing-kpis=off"], "There is no rule missing-kpis. Did you mean missing-kpi?"],
    [["check", "--rule", "missing-kpi=eror"], "Did you mean error?"],
    [["check", "nowhere"], "There is nothing at nowhere."],
    [["check", "--config", "x.yaml"], "There is no configuration at x.yaml."],
    [["check", "--today", "soon"], "--today takes a day such as 2026-11-30, not “soon”."],
    [["check", "--output"], "--output needs a value"],
    [["list", "gaol"], "There is no kind gaol. Did you mean goal?"],
    [["show", "GOAL-2"], "Nothing is called GOAL-2."],
    [["rules", "missing-kip"], "Did you mean missing-kpi?"],
  ] as const) {
    it(`${args.join(" ")}: ${says}`, async () => {
      const { code, out, err } = await runOver(plan, ...args);
      assert.ok(err.includes(says), err);
      assert.deepEqual([code, out], [2, ""]);
    });
  }

  it("and a configuration that is none stop with 2", async () => {
    const { code, err } = await runOver(`${plan}\n  //- throughline.yaml\n  just a text\n`, "check");
    assert.equal(code, 2, err);
    assert.match(err, /throughline\.yaml is no configuration/);
  });
});

describe("throughline list and show", () => {
  it("list what there is, by file and place", async () => {
    const { out } = await runOver(plan, "list");
    checkText(
      out,
      dedent(`
        PRD-1       Faster checkout          active  2027-Q1  ana  1 problem
        PRD-1/FR-1  Pay without an account.  active           ana
        GOAL-1      Growth                   active           bo   1 problem

        3 items
        `),
    );
    assert.match((await runOver(plan, "list", "goals")).out, /^GOAL-1/);
  });

  it("give programs the form that is promised", async () => {
    const { items } = JSON.parse((await runOver(plan, "list", "--format", "json")).out);
    assert.deepEqual(Object.keys(items[0]), [
      ...["id", "kind", "title", "status", "phase", "health", "progress", "owner", "timeframe", "file", "range"],
      ...["fields", "links", "unresolved", "problems"],
    ]);
    assert.deepEqual(items[0].links.goals, ["GOAL-1"]);
    assert.deepEqual(items[0].unresolved, { goals: ["GOAL-9"] });
    assert.deepEqual(items[0].progress, { of: "requirements", done: 1, all: 1 });
  });

  it("lose no field, whatever it is called", async () => {
    const own = "kinds: { prd: { fields: { constructor: { type: link, to: [goal] } } } }";
    const fields = "constructor: GOAL-9\nowner: ana\n";
    const source = `//- throughline.yaml\n${own}\n//- a.md\n---\ntype: prd\nid: PRD-1\n${fields}---\n//- b.md\n---\ntype: goal\nid: GOAL-1\nconstructor: bo\n---\n`;
    const { items } = JSON.parse((await runOver(source, "list", "--format", "json")).out);
    assert.deepEqual(items[0].unresolved, { constructor: ["GOAL-9"] });
    assert.deepEqual(items[1].fields, { constructor: "bo" });
    assert.match((await runOver(source, "show", "PRD-1")).out, /^constructor +GOAL-9 \(leads nowhere\)$/m);
    assert.match((await runOver(source, "show", "GOAL-1")).out, /^constructor +bo$/m);
  });

  it("show one item with what is wrong with it", async () => {
    const { out } = await runOver(plan, "show", "prd-1");
    assert.match(out, /^Faster checkout \(PRD-1\)\nspecs\/checkout\.md:3:5\n/);
    assert.match(out, /goals +Growth \(GOAL-1\)/);
    assert.match(out, /GOAL-9 \(leads nowhere\)/);
    assert.match(out, /error {2}Faster checkout/);
  });

  it("say where keys of a tracker lead, and keep them as they are written", async () => {
    const tracked = `
      //- throughline.yaml
      links:
        jira: https://j.example/{key}
      //- prd.md
      ---
      type: prd
      jira: SHOP-12
      figma: https://f.example/a
      ---
    `;
    assert.match(
      (await runOver(tracked, "show", "prd")).out,
      /^links +SHOP-12 \(https:\/\/j\.example\/SHOP-12\), https:\/\/f\.example\/a$/m,
    );
    const { items } = JSON.parse((await runOver(tracked, "list", "--format", "json")).out);
    assert.deepEqual(items[0].fields.links, ["SHOP-12", "https://f.example/a"]);
    assert.deepEqual(items[0].urls, ["https://j.example/SHOP-12", "https://f.example/a"]);
  });

  it("show one item by its title", async () => {
    assert.match((await runOver(plan, "show", "faster", "CHECKOUT")).out, /^Faster checkout \(PRD-1\)$/m);
    assert.match((await runOver(plan, "show", "Fastr checkout")).err, /Did you mean Faster checkout \(PRD-1\)\?/);
    const twice = `${plan}\n  //- other.md\n  ---\n  type: goal\n  id: GOAL-7\n  title: faster checkout\n  ---\n`;
    assert.match(
      (await runOver(twice, "show", "Faster checkout")).err,
      /“Faster checkout” is the title of several: GOAL-7 \(other\.md\), PRD-1 \(specs\/checkout\.md\)\. Which one\?/,
    );
  });

  it("give reasons lines of their own, and say what there is none of on purpose", async () => {
    const late = plan.replace("timeframe: 2027-Q1", "timeframe: 2026-Q3").replace("kpis: n/a", "kpis: n/a, a duty");
    const { out } = await runOver(late, "show", "PRD-1");
    assert.match(out, /^health {8}Off track\n {14}It was to land by Q3 2026$/m);
    assert.match(out, /^kpis {10}none: a duty$/m);
  });
});

describe("a folder with projects in it", () => {
  const nested = `${plan}
  //- a/throughline.yaml
  people: [ana]
  //- a/goal.md
  ---
  type: goal
  id: GOAL-1
  title: Inner growth
  ---
  //- throughline.yaml
  people: [ana, bo]
`;

  it("show prefers the outer one, and names the other", async () => {
    const { out, err } = await runOver(nested, "show", "GOAL-1");
    assert.match(out, /^Growth \(GOAL-1\)/);
    assert.equal(err, "GOAL-1 is in a/goal.md, too: --root a shows that one.\n");
  });

  it("list says which project an item is in", async () => {
    const { out } = await runOver(nested, "list", "goal");
    checkText(
      out,
      dedent(`
        # a

        GOAL-1  Inner growth  draft         3 problems

        # w

        GOAL-1  Growth        active    bo  1 problem

        2 items
        `),
    );
  });
});

describe("a folder without documents", () => {
  for (const command of ["list", "roadmap"]) {
    it(`${command} says on the side that there are none`, async () => {
      const { code, out, err } = await runOver("//- README.md\n# Hello\n//- b.md\n# B\n", command);
      assert.deepEqual([code, out], [0, ""]);
      assert.match(
        err,
        /^There is nothing to show: of the 2 Markdown files that were found, Throughline tracks none\. Add /,
      );
      assert.equal(
        (await runOver("//- x.txt\nx\n", command)).err,
        "There is nothing to show: no Markdown file was found.\n",
      );
    });
  }
});

describe("throughline roadmap", () => {
  it("shows the tree of the sidebar", async () => {
    checkText(
      (await runOver(plan, "roadmap")).out,
      dedent(`
        ● Growth             active           bo   on track · 1 feature  1 problem
          ● Faster checkout  active  Q1 2027  ana  on track · 1 of 1 done  1 problem
        `),
    );
  });

  it("groups it otherwise, and gives programs the same rows", async () => {
    const { by, groups } = JSON.parse((await runOver(plan, "roadmap", "--by", "timeline", "--format", "json")).out);
    assert.equal(by, "timeline");
    assert.deepEqual(
      groups.map(({ title, children }: { title: string; children: { id: string }[] }) => [
        title,
        children.map(({ id }) => id),
      ]),
      [
        ["Q1 2027", ["PRD-1"]],
        ["Unscheduled", ["GOAL-1"]],
      ],
    );
    assert.match((await runOver(plan, "roadmap", "--by", "gaol")).err, /Did you mean goal\?/);
  });
});

describe("throughline rules", () => {
  it("lists them, or shows one with its page", async () => {
    assert.match(
      (await runOver(plan, "rules")).out,
      /^missing-kpi +warning, drafts hint +A goal or feature without a KPI$/m,
    );
    assert.match((await runOver(plan, "rules", "overdue")).out, /docs\/rules\/overdue\.md/);
  });
});

describe("help", () => {
  it("shows the commands, and a command's flags", async () => {
    assert.match((await runOver(plan, "--help")).out, /check \[PATH …\]/);
    assert.match((await runOver(plan, "check", "--help")).out, /--fail-on LEVEL/);
    assert.equal((await runOver(plan, "--version")).out, "0.0.0\n");
  });
});
