/** One thing that a reader found: where, and what it says about it. */
export interface Finding {
  /** The offset that findings are ordered by; not a number where the judge gives no place. */
  readonly at: number;
  readonly what: string;
}
