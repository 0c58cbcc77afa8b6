import { idPrefix } from "../model/requirement-id.ts";

/** The highest number that an id with a prefix has, and how many digits it is written with: `FEAT-007` is followed by `FEAT-008`. */
export interface Highest {
  readonly highest: number;
  readonly width: number;
}

/** The numbers that are taken, by prefix. Patched as names come and go, whoever goes by them; case is ignored. */
export class Numbers {
  readonly #prefixes = new Map<string, Taken>();

  highest(prefix: string): Highest {
    const taken = this.#prefixes.get(prefix.toLowerCase());
    if (taken === undefined) return none;
    if (taken.highest === undefined) {
      let [highest, width] = [0, 1];
      for (const digits of taken.digits) {
        highest = Math.max(highest, Number(digits));
        if (digits.startsWith("0")) width = Math.max(width, digits.length);
      }
      taken.highest = { highest, width };
    }
    return taken.highest;
  }

  /** Somebody goes by a name, in lower case, which nobody did. */
  put(name: string): void {
    const { prefix, digits } = numbered(name) ?? {};
    if (prefix === undefined || digits === undefined) return;
    const taken = this.#prefixes.get(prefix);
    if (taken === undefined) this.#prefixes.set(prefix, { digits: new Set([digits]), highest: undefined });
    else {
      taken.digits.add(digits);
      taken.highest = undefined;
    }
  }

  /** Nobody goes by a name any more. */
  take(name: string): void {
    const { prefix, digits } = numbered(name) ?? {};
    const taken = prefix === undefined ? undefined : this.#prefixes.get(prefix);
    if (prefix === undefined || digits === undefined || taken === undefined) return;
    taken.digits.delete(digits);
    taken.highest = undefined;
    if (taken.digits.size === 0) this.#prefixes.delete(prefix);
  }
}

interface Taken {
  readonly digits: Set<string>;
  highest: Highest | undefined;
}

const none: Highest = { highest: 0, width: 1 };

function numbered(name: string): { readonly prefix: string; readonly digits: string } | undefined {
  const prefix = idPrefix(name);
  const digits = prefix === undefined ? "" : name.slice(prefix.length + 1);
  return prefix === undefined || digits.length > 9 ? undefined : { prefix, digits };
}
