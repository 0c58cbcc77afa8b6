/** The few assertions that the suite needs, as the web extension host has no `node:assert`. Mocha shows the difference. */

export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** Compares values that JSON can hold. */
export function equal(actual: unknown, expected: unknown, message = "not as expected"): void {
  const [left, right] = [JSON.stringify(actual, null, 2), JSON.stringify(expected, null, 2)];
  if (left !== right) throw Object.assign(new Error(message), { actual: left, expected: right, showDiff: true });
}
