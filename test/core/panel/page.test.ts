import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { pageScript, pageScriptHash } from "../../../server/src/panel/page-script.ts";
import { runOver } from "../../cli.ts";

const plan = `
  //- plan.md
  ---
  type: goal
  id: GOAL-1
  title: <img src=x onerror=alert(1)> "growth" & more
  owner: ana
  timeframe: 2027
  status: active
  health: "at-risk: the vendor's contract"
  kpis: [{ id: KPI-1, title: Signups</script><script>alert(2)</script>, baseline: 1, target: 2, current: 1.5 }]
  ---
  //- prd.md
  ---
  type: prd
  title: Pay faster
  goals: GOAL-1
  status: active
  features:
    - { id: FEAT-1, title: Wallet, timeframe: 2027-Q3, status: planned, owner: bo }
    - { id: FEAT-2, title: One tap, timeframe: 2027-Q1, status: planned, depends-on: FEAT-1, owner: chiara }
    - { id: FEAT-3, title: Guest checkout, timeframe: 2026-Q1, status: shipped }
  ---
`;

describe("the page for people without an editor", () => {
  it("shows what people wrote as text, whatever they wrote", async () => {
    const { out } = await runOver(plan, "roadmap", "--format", "html", "--fields", "all");
    assert.doesNotMatch(out, /<img|alert\(2\)<\/script>|<script>alert/);
    assert.match(out, /&#60;img src=x onerror=alert\(1\)&#62; &#34;growth&#34; &#38; more/);
    const svg = await runOver(plan, "roadmap", "--format", "svg");
    assert.doesNotMatch(svg.out, /<img/);
  });

  it("says title, goal, time, status and KPI, and no more than that unless it is asked to", async () => {
    const plain = await runOver(plan, "roadmap", "--format", "html");
    for (const shown of ["Wallet", "growth", "Q3 2027", "planned", "Signups", "1.5"])
      assert.ok(plain.out.includes(shown), shown);
    const main = plain.out.slice(plain.out.indexOf("<body"));
    for (const kept of ["bo<", "chiara", "at-risk", "off-track", "cannot land", "vendor", "FEAT-1", "plan.md"])
      assert.ok(!main.includes(kept), kept);
    const more = await runOver(plan, "roadmap", "--format", "html", "--fields", "owner,conflicts");
    assert.match(more.out, /chiara/);
    assert.match(more.out, /cannot land before Wallet: 2 quarters late/);
    assert.doesNotMatch(more.out.slice(more.out.indexOf("<body")), /at-risk/);
  });

  it("is one file that asks nobody for anything, under a policy that lets only its own script run", async () => {
    const { out } = await runOver(plan, "roadmap", "--format", "html");
    assert.doesNotMatch(out, /https?:|<(?:img|link|script|iframe)[^>]* (?:src|href)=|@import|url\(/);
    assert.match(out, /default-src &#39;none&#39;/);
    const hash = `sha256-${createHash("sha256").update(pageScript).digest("base64")}`;
    assert.equal(pageScriptHash, hash);
    assert.ok(out.includes(`<script>${pageScript}</script>`));
  });

  it("shows what is done when it is asked to, and is the same twice", async () => {
    const args = ["roadmap", "--format", "html", "--done"] as const;
    const [first, second] = [await runOver(plan, ...args), await runOver(plan, ...args)];
    assert.equal(first.out, second.out);
    assert.match(first.out, /title="Guest checkout"/);
    assert.doesNotMatch((await runOver(plan, "roadmap", "--format", "html")).out, /title="Guest checkout"/);
  });

  it("suggests the field that somebody meant", async () => {
    const { code, err } = await runOver(plan, "roadmap", "--format", "html", "--fields", "helth");
    assert.equal(code, 2);
    assert.match(err, /Did you mean health\?/);
  });
});
