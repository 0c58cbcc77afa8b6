/** The local date, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Tells when another day begins, give or take a few minutes: computers sleep, so the time is looked at now and then. */
export function watchDay(date: string, begins: (date: string) => void): () => void {
  let known = date;
  const timer = setInterval(() => {
    const now = today();
    if (now === known) return;
    known = now;
    begins(now);
  }, 300_000);
  return () => clearInterval(timer);
}
