/** A text of about the wanted length. */
export type Shape = (size: number) => string;

const many =
  (unit: string, before = "", behind = ""): Shape =>
  (size) =>
    before + unit.repeat(Math.ceil(size / unit.length)) + behind;

const nested =
  (open: string, middle: string, close: string, before = ""): Shape =>
  (size) => {
    const count = Math.ceil(size / (open.length + close.length));
    return before + open.repeat(count) + middle + close.repeat(count);
  };

/** Pieces that get longer, so that their number is about the square root of the size. */
const growing =
  (piece: (count: number) => string): Shape =>
  (size) => {
    let text = "";
    for (let count = 1; text.length < size; count++) text += piece(count);
    return text;
  };

/** Texts that slow readers down. */
export const shapes: Readonly<Record<string, Shape>> = {
  "opening brackets": many("["),
  "closing brackets": many("]"),
  "brackets that nest": nested("[", "a", "]"),
  "links that nest": nested("[a", "", "](b)"),
  "images that nest": nested("![a", "", "](b)"),
  "images in a link": many("![a](b)", "[", "](c)"),
  "unclosed destinations": many("[a]("),
  "unclosed pointed destinations": many("[a](<b"),
  "unclosed titles": many("[a](b ("),
  "titles with other signs": many("[a](b \"c' "),
  "parentheses in a destination": many("[a](((((((("),
  "full references that are none": many("[a][", "[a]: b\n\n"),
  "shortcuts that nest": nested("[a", "", "]", "[a]: b\n\n"),
  references: many("[a] ", "[a]: b\n\n"),
  "a label without an end": many("a ", "[a]: b\n\n["),
  definitions: many("[a]: b\n"),
  "definitions with open titles": many("[a]: b 'c\n"),
  footnotes: many("[^a]: b\n\n"),
  "footnotes in a line": many("[^a]: "),
  "footnote calls": many("[^a] [^", "[^a]: b\n\n"),
  "footnote calls with images": nested("![^", "a", "]", "[^a]: b\n\n"),
  backticks: many("`"),
  "growing runs of backticks": growing((count) => `${"`".repeat(count)}a`),
  "runs of backticks": many("`` ` "),
  stars: many("*"),
  "stars with letters": many("*a **a "),
  "stars in a heading": many("*a _b ", "# "),
  "stars that close in a heading": many("a** b* c_ ~d~~ ", "# "),
  "pairs of stars in a heading": many("*a **b* c** ", "# "),
  "stars that nest in a heading": nested("*a **a", "", "a** a*", "# "),
  "stars of many kinds in a heading": many("a***a*a**a_a__a~a~~a", "# "),
  "tildes in a heading": many("~a~~ ", "# "),
  "entities in a heading": many("&amp;&a", "# "),
  "links in a heading": many("[*a](b) ", "# "),
  "less-than signs": many("<"),
  "opening comments": many("a <!--"),
  "opening instructions": many("a <?"),
  "opening sections": many("a <![CDATA["),
  "opening declarations": many("a <!a"),
  "open tags": many("a <a b='"),
  "open tags with quotes by turns": many("a <a b='<a c=\""),
  "attributes without an end": many("b='c' ", "a <a "),
  "html blocks": many("<div>\n\n"),
  comments: many("<!-- -->\n"),
  "raw tags": many("<pre>\n</pre\n"),
  "addresses without a host": many("http://"),
  "addresses in brackets": many("http://a.b ", "["),
  "hosts in brackets": many("www.", "[", "_"),
  "long hosts in brackets": nested("www.", "", "a", "["),
  "mails in brackets": many("a@b.c ", "["),
  "chains of mails in brackets": many("a@b.c1", "["),
  "signs at the end of an address": many(".", "http://a.b/", "c"),
  "entities at the end of an address": many("&a;", "http://a.b/", "c"),
  "parentheses in an address": many("http://a.b/((())) "),
  "at signs": many("@"),
  "mail names": many("a@b-"),
  "mail dots": many("a.@"),
  schemes: many("http:"),
  www: many("www."),
  letters: many("a"),
  ids: many("A-1 "),
  "qualified ids": many("A-1/B-2/"),
  "id prefixes": many("A-"),
  "digits behind a dash": many("1", "A-"),
  "underscores around ids": many("_A-1_"),
  "underscores before an id": many("_", "", "A-1"),
  braces: many("{{"),
  placeholders: many("{{a}}TBD "),
  wikilinks: many("[[a]] "),
  "open wikilinks": many("[[a]"),
  bars: many("|"),
  "escaped bars": many("\\|"),
  backslashes: many("\\"),
  entities: many("&amp;"),
  blanks: many(" "),
  "blanks in a heading": many(" ", "# a\\", "b"),
  tabs: many("\t"),
  "line ends": many("\n"),
  "carriage returns": many("\r"),
  "quotes in a line": many("> "),
  "quotes in many lines": growing((count) => `${">".repeat(count)}a\n`),
  "quotes and lazy lines": nested(">", "a\n", "b\n"),
  "quotes by turns": many("> a\nb\n\n"),
  "a long paragraph in a quote": many("> a [b](c) `d`\n"),
  "items in a line": many("+ "),
  "items and empty lines": nested("- ", "a", "\n"),
  "items and blank lines": nested("- ", "a", "\n   "),
  "numbered items in a line": many("1. "),
  "items that nest in lines": growing((count) => `${"  ".repeat(count)}- a\n`),
  "items in quotes in a line": many("> + "),
  "items in quotes and empty lines": nested("> - ", "a", "\n>"),
  "empty items": many("-\n"),
  numbers: many("1"),
  fences: many("```\n"),
  "fence signs": many("~"),
  "fences in items": many("- ```\n"),
  rules: many("***\n"),
  dashes: many("-"),
  "dashes apart": many("- - "),
  underlines: many("a\n-\n"),
  "definitions and underlines": many("[a]: b\n=\n"),
  headings: many("# a #\n"),
  hashes: many("#"),
  tables: many("|a|\n|-|\n"),
  "delimiter rows": many("|-|\n"),
  "a wide table": nested("|a", "|\n", "|-"),
  rows: many("|c|d|\n", "|a|b|\n|-|-|\n"),
  "headers without delimiters": many("|a|b|c\n"),
  "tables in quotes": many("> |a|\n> |-|\n\n"),
  "nul characters": many("\0"),
  "half characters": many("\ud83d"),
  "letters beyond ASCII": many("é"),
};
