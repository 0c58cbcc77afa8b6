import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { linkIds, type PreviewItems } from "../../../client/src/pure/preview-ids.ts";
import type { PreviewItem } from "../../../server/src/look-protocol.ts";
import { anyText } from "../../any-text.ts";

const options = { html: true, linkify: true };
const plain = new MarkdownIt(options);

const items: PreviewItems = new Map(
  (
    [
      {
        name: "FEAT-1",
        tip: "Wallet · feature",
        status: "in progress",
        phase: "active",
        href: "../features/wallet.md",
      },
      { name: "PRD-1/FR-2", tip: "Pay", status: "", phase: "draft", href: "prd.md#L12" },
      { name: "growth", tip: "Growth", status: "achieved", phase: "done", href: "growth.md" },
      { name: "FEAT-9", tip: '"><img src=x onerror=alert(1)>', status: "<b>", phase: "dropped", href: 'a"b.md' },
      { name: "FEAT-7", tip: "Here", status: "idea", phase: "draft" },
    ] satisfies readonly PreviewItem[]
  ).map((item) => [item.name, item]),
);

/** What the preview shows, as markdown-it writes it, and no paragraph around it. */
function shown(text: string, known: PreviewItems | undefined = items): string {
  const html = linkIds(new MarkdownIt(options), () => known).render(text);
  return html.replace(/^<p>(.*)<\/p>\n$/s, "$1");
}

const wallet = (words = "FEAT-1") =>
  `<a class="throughline-id" href="../features/wallet.md" data-href="../features/wallet.md" title="Wallet · feature">${words}</a>&#160;<span class="throughline-chip throughline-active">in progress</span>`;

describe("ids in the Markdown preview", () => {
  it("become links, with a chip that says where the item stands", () => {
    assert.equal(shown("Needs FEAT-1, soon."), `Needs ${wallet()}, soon.`);
    assert.equal(shown("**FEAT-1**"), `<strong>${wallet()}</strong>`);
  });

  it("lead to requirements of other documents, which stand nowhere", () =>
    assert.match(shown("See PRD-1/FR-2."), /^See <a [^>]*href="prd\.md#L12"[^>]*>PRD-1\/FR-2<\/a>\.$/));

  it("may stand in double brackets, with other words", () => {
    assert.equal(shown("[[FEAT-1]] and [[FEAT-1|the wallet]]"), `${wallet()} and ${wallet("the wallet")}`);
    assert.match(
      shown("[[growth]]"),
      /^<a [^>]*>growth<\/a>&#160;<span class="throughline-chip throughline-done">achieved/,
    );
    assert.equal(shown("growths [[unknown]] [[FEAT-1"), `growths [[unknown]] [[${wallet()}`);
  });

  it("are no links to where the reader is, and the chip stands behind a title", () => {
    const name = '<span class="throughline-id" title="Here">FEAT-7</span>';
    const chip = '&#160;<span class="throughline-chip throughline-draft">idea</span>';
    assert.equal(shown("### FEAT-7: Here"), `<h3>${name}: Here${chip}</h3>\n`);
    assert.equal(shown("FEAT-7 is here"), `${name}${chip} is here`);
  });

  it("are left alone in code, links and HTML, and as parts of other words", () => {
    const untouched = [
      "`FEAT-1`",
      "    FEAT-1",
      "```\nFEAT-1\n```",
      "[FEAT-1](x.md)",
      "[see **FEAT-1** there](x.md)",
      "https://example.org/FEAT-1",
      "<https://example.org/?q=FEAT-1>",
      "![FEAT-1](x.png)",
      '<div title="FEAT-1">FEAT-1</div>',
      '<a href="x">FEAT-1</a>',
      "text <code>FEAT-1</code> <kbd a=1>FEAT-1</kbd>",
      '<span title="FEAT-1">x</span>',
      "XFEAT-1 FEAT-12 FEAT-1-2 a/FEAT-1 FEAT-1/b FEAT-1é _FEAT-1x_ feat-1",
      "[FEAT-1]\n\n[FEAT-1]: x.md",
    ];
    for (const text of untouched) assert.equal(shown(text), plain.render(text).replace(/^<p>(.*)<\/p>\n$/s, "$1"));
    assert.equal(shown("<i>FEAT-1</i> <a>x</a> FEAT-1"), `<i>${wallet()}</i> <a>x</a> ${wallet()}`);
  });

  it("run nothing that a title or a status says", () => {
    const html = shown("FEAT-9");
    assert.match(html, /title="&quot;&gt;&lt;img src=x onerror=alert\(1\)&gt;"/);
    assert.match(html, />&lt;b&gt;<\/span>$/);
    assert.match(html, /href="a&quot;b\.md"/);
  });

  it("keep what another plugin makes of text", () => {
    const markdown = new MarkdownIt(options);
    markdown.renderer.rules.text = (tokens, at) => tokens[at]!.content.toUpperCase();
    const html = linkIds(markdown, () => items).render("needs FEAT-1 now");
    assert.equal(html, `<p>NEEDS ${wallet()} NOW</p>\n`);
  });

  it("are looked for in time that grows with the text", () => {
    const html = linkIds(new MarkdownIt(), () => items);
    const cpu = (text: string) => {
      const before = process.cpuUsage();
      html.render(text);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    for (const piece of ["FEAT-1 ", "[[FEAT-1 ", "*FEAT-1* ", "a-", "[["]) {
      cpu(piece.repeat(2_000));
      const [once, twice] = [piece.repeat(4_000), piece.repeat(8_000)].map((text) => {
        const bare = process.cpuUsage();
        plain.render(text);
        const { user, system } = process.cpuUsage(bare);
        return Math.max(0, cpu(text) - user - system);
      });
      assert.ok(twice! < 5 * once! + 100_000, `${piece}: ${once} then ${twice} µs`);
    }
  });
});

describe("a document without ids", () => {
  /** No id that is known stands in it, whatever else does. */
  const others: PreviewItems = new Map([["ZZZ-99999", { ...items.get("FEAT-1")!, name: "ZZZ-99999" }]]);
  const enriched = linkIds(new MarkdownIt(options), () => others);
  const unknown = linkIds(new MarkdownIt(options), () => undefined);
  const isAsBefore = (text: string): void => {
    const before = plain.render(text);
    assert.equal(enriched.render(text), before);
    assert.equal(unknown.render(text), before);
  };

  it("is rendered as before, to the last byte: our own documents", () => {
    const own = ["docs", "examples", "test/judge"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".md"))
        .map((name) => `${folder}/${name}`),
    );
    assert.ok(own.length > 80, `${own.length} documents`);
    for (const path of own) isAsBefore(readFileSync(path, "utf8"));
  });

  it("is rendered as before, to the last byte: whatever is written", () => {
    fc.assert(fc.property(anyText, isAsBefore), { numRuns: 300 });
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), isAsBefore), { numRuns: 300 });
  });
});
