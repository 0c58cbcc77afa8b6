export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** 1 for `jan` and `january`, undefined for what is no English month; expects lower case. */
export function monthNumber(name: string): number | undefined {
  return numbers.get(name);
}

const numbers = new Map<string, number>([["sept", 9]]);
for (const [index, name] of monthNames.entries()) {
  numbers.set(name.toLowerCase(), index + 1);
  numbers.set(name.slice(0, 3).toLowerCase(), index + 1);
}
