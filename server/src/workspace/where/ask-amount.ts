import { say } from "../../base/say.ts";
import { amountIn, type Direction } from "../../model/compare-measures.ts";
import { slip } from "../../model/config-problem.ts";
import { type Measure, readMeasure } from "../../model/measure.ts";
import { type Ask, type Made, textsOf } from "./ask.ts";

/** Amounts and numbers: `reach>=10k`, `effort<3`. Those of another unit are neither more nor less. */
export function askAmount({ value, name, sign }: Ask): Made {
  const wanted = readMeasure(value);
  if (wanted === undefined) return slip(say`\`${value}\` is no amount: ${name} is one.`, undefined);
  if (wanted.comparator !== "=") {
    return slip(say`A sign stands in the place of \`${sign}\`: write \`${name}<3\` or \`${name}>=3\`.`, undefined);
  }
  const known = new Map<string, Measure | undefined>();
  const read = (text: string): Measure | undefined => {
    if (!known.has(text)) known.set(text, readMeasure(text));
    return known.get(text);
  };
  return (found, field) => {
    const [text] = textsOf(found, field.name);
    const amount = text === undefined ? undefined : read(text);
    return amount !== undefined && compares(amount, wanted, sign);
  };
}

function compares(amount: Measure, wanted: Measure, sign: Ask["sign"]): boolean {
  const at = (direction: Direction): number | undefined => amountIn(amount, wanted.unit, direction);
  const [low, high] = [at("up"), at("down")];
  if (low === undefined || high === undefined) return false;
  if (sign === "<") return high < wanted.low;
  if (sign === "<=") return high <= wanted.high;
  if (sign === ">") return low > wanted.high;
  return low >= wanted.low && (sign === ">=" || high <= wanted.high);
}
