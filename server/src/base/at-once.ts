/** Does work that is made of small steps without a pause, where nobody else waits for a turn. */
export function atOnce<T>(steps: Iterator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
