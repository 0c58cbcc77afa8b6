/** Days as people and git write them, `YYYY-MM-DD`, where this machine stands. */
export function today(now = new Date()): string {
  return written(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

export function daysAgo(day: string, days: number): string {
  const [year, month, date] = parts(day);
  const before = new Date(Date.UTC(year, month - 1, date - days));
  return written(before.getUTCFullYear(), before.getUTCMonth() + 1, before.getUTCDate());
}

/** The first day of the calendar's quarter around a day. */
export function quarterStart(day: string): string {
  const [year, month] = parts(day);
  return written(year, month - ((month - 1) % 3), 1);
}

/** Whether a text is a day that the calendar has. */
export function readDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text.trim()) && daysAgo(text.trim(), 0) === text.trim();
}

function parts(day: string): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}

function written(year: number, month: number, date: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(date)}`;
}
