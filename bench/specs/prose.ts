import type { Random } from "./random.ts";

/** What a text may point at: an id as it stands in prose, or a link. */
export type Mention = (random: Random) => string;

const words = (
  "the a of to and in for that with on is when we they from this what by must can one customer shop order payment card " +
  "team week report basket price phone address account refund screen button message field list draft plan answer question " +
  "support ticket market country currency tax invoice delivery parcel return courier bank dispute limit fee margin trial " +
  "quarter month release test research interview number share rate median error reason change choice default setting " +
  "finds asks sees pays leaves returns opens reads writes shows keeps counts waits fails works grows costs saves needs " +
  "short long first second last early late clear simple small large new old known safe slow quick daily weekly whole"
).split(" ");

const nouns = (
  "Checkout Wallet Refunds Payouts Search Basket Invoices Returns Onboarding Delivery Pricing Reports Alerts Accounts " +
  "Subscriptions Coupons Reviews Messages Exports Imports Permissions Ledger Catalogue Tracking Disputes"
).split(" ");
const traits =
  "Faster Simpler Safer Shared Daily Guided Instant Quiet Local Mobile Bulk Smart Early Open Clear Steady Lighter Second".split(
    " ",
  );

/** Three words such as "Faster Refunds 17". */
export function titleOf(random: Random, number: number): string {
  return `${random.one(traits)} ${random.one(nouns)} ${number}`;
}

export function sentence(random: Random, mention: Mention): string {
  const length = random.between(6, 20);
  const text: string[] = [];
  for (let at = 0; at < length; at++) {
    const roll = random.next();
    if (roll < 0.006) text.push(mention(random));
    else if (roll < 0.012) text.push(`**${random.one(words)}**`);
    else if (roll < 0.018) text.push(`\`${random.one(words)}_${random.one(words)}\``);
    else if (roll < 0.022) text.push(`${random.between(2, 98)} %,`);
    else text.push(random.one(words));
  }
  const first = text[0]!;
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${text.slice(1).join(" ")}.`;
}

/** Three to six sentences, broken into lines as people break them. */
export function paragraph(random: Random, mention: Mention): string {
  const text: string[] = [];
  for (let left = random.between(3, 6); left > 0; left--) text.push(sentence(random, mention));
  const lines: string[] = [];
  let line = "";
  for (const word of text.join(" ").split(" ")) {
    if (line.length + word.length > 118) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

/** A heading and what stands below it: paragraphs, a list, a table or an example. */
export function section(random: Random, mention: Mention): string {
  const title = `${random.one(["Why", "How", "Where", "Risks of", "Notes on", "Later:", "Rules for"])} ${random.one(nouns)}`;
  const parts = [`${random.chance(0.3) ? "###" : "##"} ${title}`, paragraph(random, mention)];
  const roll = random.next();
  if (roll < 0.35) parts.push(bullets(random, mention));
  else if (roll < 0.5) parts.push(table(random));
  else if (roll < 0.58)
    parts.push(`\`\`\`json\n{ "${random.one(words)}": ${random.between(1, 999)}, "id": "FEAT-0" }\n\`\`\``);
  else if (roll < 0.64) parts.push(`> ${sentence(random, mention)}`);
  parts.push(paragraph(random, mention));
  return parts.join("\n\n");
}

function bullets(random: Random, mention: Mention): string {
  const lines: string[] = [];
  for (let left = random.between(3, 8); left > 0; left--) {
    lines.push(`- ${sentence(random, mention)}`);
    if (random.chance(0.15)) lines.push(`  - ${sentence(random, mention)}`);
  }
  return lines.join("\n");
}

function table(random: Random): string {
  const lines = ["| Case | Before | After |", "|---|---|---|"];
  for (let left = random.between(3, 8); left > 0; left--)
    lines.push(`| ${random.one(nouns)} | ${random.between(1, 99)} | ${random.between(1, 99)} |`);
  return lines.join("\n");
}
