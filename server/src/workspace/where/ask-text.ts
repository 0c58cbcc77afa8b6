import { compareNatural } from "../../base/natural.ts";
import { type Ask, holds, isOrdering, type Made, textsOf } from "./ask.ts";

/** `:` finds a part of a text, `=` all of it, whatever its case; `priority<=P1` orders as people do. */
export function askText({ value, sign }: Ask): Made {
  const wanted = value.trim().toLowerCase();
  const meets = (written: string): boolean => {
    const text = written.trim().toLowerCase();
    if (isOrdering(sign)) return holds(sign, compareNatural(text, wanted));
    return sign === ":" ? text.includes(wanted) : text === wanted;
  };
  return (found, field) => textsOf(found, field.name).some(meets);
}
