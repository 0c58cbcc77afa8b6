/**
 * Counts what a backtracking matcher does with a pattern of JavaScript's: a clock for regular expressions that does not
 * jitter. Follows the pattern as engines do, alternative by alternative, from every place where a match may begin.
 */
export interface Pattern {
  /** Steps for looking for a match anywhere in the text; gives up behind `most`. */
  steps(text: string, most: number): number;
  /** For each repetition: what leads to it, and signs that it takes. */
  readonly repetitions: readonly { readonly before: string; readonly takes: readonly string[] }[];
}

type Match = (at: number, then: (at: number) => boolean) => boolean;
interface Part {
  readonly match: (state: State) => Match;
  /** A short text that it matches. */
  readonly sample: string;
  /** Signs that it takes, one of each sort. */
  readonly takes: readonly string[];
}
interface State {
  readonly text: string;
  readonly groups: (string | undefined)[];
  step(): void;
}

const signs = [..."aZ0_ -\t\n\r.,:;/\\[](){}<>\"'`#*+|=~!?@&%$^é\u00a0🚀"];

export function readPattern(source: string, flags: string): Pattern {
  const reader = new Reader(source, flags);
  const whole = reader.alternatives();
  const isAnchored = source.startsWith("^") && !flags.includes("m") && !source.includes("|");
  return {
    repetitions: reader.repetitions,
    steps(text, most) {
      let steps = 0;
      const state: State = {
        text,
        groups: [],
        step: () => {
          if (++steps > most) throw enough;
        },
      };
      try {
        const match = whole.match(state);
        const last = isAnchored || flags.includes("y") ? 0 : text.length;
        for (let at = 0; at <= last; at++) {
          state.groups.length = 0;
          if (match(at, () => true)) break;
        }
      } catch (reason) {
        if (reason !== enough) throw reason;
      }
      return steps;
    },
  };
}

const enough = new Error("enough");

class Reader {
  readonly repetitions: { before: string; takes: readonly string[] }[] = [];
  readonly #source: string;
  readonly #flags: string;
  #at = 0;
  #groups = 0;
  #before = "";

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags.replace(/[gy]/g, "");
  }

  alternatives(): Part {
    const before = this.#before;
    const ways: Part[] = [];
    do {
      this.#before = before;
      ways.push(this.#sequence());
    } while (this.#take("|"));
    return {
      match: (state) => {
        const matches = ways.map((way) => way.match(state));
        return (at, then) => matches.some((match) => match(at, then));
      },
      sample: ways.map(({ sample }) => sample).reduce((a, b) => (b.length < a.length ? b : a)),
      takes: ways.flatMap(({ takes }) => takes),
    };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at]!)) {
      const part = this.#repeated();
      parts.push(part);
      this.#before += part.sample;
    }
    return {
      match: (state) => {
        const matches = parts.map((part) => part.match(state));
        const from = (index: number, at: number, then: (at: number) => boolean): boolean =>
          index === matches.length ? then(at) : matches[index]!(at, (next) => from(index + 1, next, then));
        return (at, then) => from(0, at, then);
      },
      sample: parts.map(({ sample }) => sample).join(""),
      takes: parts.flatMap(({ takes }) => takes),
    };
  }

  #repeated(): Part {
    const before = this.#before;
    const part = this.#one();
    const written = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.#source.slice(this.#at))?.[0];
    if (written === undefined) return part;
    this.#at += written.length;
    const isLazy = this.#take("?");
    const [least, most] = boundsOf(written);
    if (most > 1) this.repetitions.push({ before, takes: [...new Set(part.takes)] });
    return {
      match: (state) => {
        const match = part.match(state);
        const again = (count: number, at: number, then: (at: number) => boolean): boolean => {
          state.step();
          const more = () =>
            count < most && match(at, (next) => (next > at || count < least) && again(count + 1, next, then));
          if (count < least) return more();
          return isLazy ? then(at) || more() : more() || then(at);
        };
        return (at, then) => again(0, at, then);
      },
      sample: part.sample.repeat(least),
      takes: part.takes,
    };
  }

  #one(): Part {
    if (this.#take("(")) return this.#group();
    if (this.#take("^")) return this.#edge("^");
    if (this.#take("$")) return this.#edge("$");
    if (this.#peek("\\b") || this.#peek("\\B")) return this.#edge(this.#skip(2));
    const reference = /^\\(\d)/.exec(this.#source.slice(this.#at));
    if (reference !== null) {
      this.#at += 2;
      return this.#same(Number(reference[1]));
    }
    return this.#set();
  }

  #group(): Part {
    const look = /^\?(?:<?[=!])/.exec(this.#source.slice(this.#at))?.[0];
    if (look !== undefined) {
      this.#at += look.length;
      const before = this.#before;
      const inner = this.alternatives();
      this.#before = before;
      this.#skip(1);
      return lookAround(look, inner);
    }
    const name = /^\?(?::|<\w+>)/.exec(this.#source.slice(this.#at))?.[0] ?? "";
    this.#at += name.length;
    const index = name === "?:" ? undefined : ++this.#groups;
    const before = this.#before;
    const inner = this.alternatives();
    this.#before = before;
    this.#skip(1);
    if (index === undefined) return inner;
    return {
      ...inner,
      match: (state) => {
        const match = inner.match(state);
        return (at, then) => {
          const known = state.groups[index];
          const found = match(at, (next) => {
            state.groups[index] = state.text.slice(at, next);
            return then(next);
          });
          if (!found) state.groups[index] = known;
          return found;
        };
      },
    };
  }

  /** A place between two signs: the engine itself says whether it is one. */
  #edge(source: string): Part {
    const flags = `${this.#flags}y`;
    return {
      match: (state) => {
        const pattern = new RegExp(source, flags);
        return (at, then) => {
          state.step();
          pattern.lastIndex = at;
          return pattern.test(state.text) && then(at);
        };
      },
      sample: "",
      takes: [],
    };
  }

  #same(index: number): Part {
    return {
      match: (state) => (at, then) => {
        state.step();
        const known = state.groups[index] ?? "";
        return state.text.startsWith(known, at) && then(at + known.length);
      },
      sample: "",
      takes: [],
    };
  }

  /** One sign: a letter, an escape, a class. */
  #set(): Part {
    const rest = this.#source.slice(this.#at);
    const written =
      /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\c[A-Z]|\\.)/iu.exec(
        rest,
      )?.[0] ?? String.fromCodePoint(rest.codePointAt(0)!);
    this.#at += written.length;
    const fits = new RegExp(`^(?:${written})$`, this.#flags);
    const own = /^[^\\[.]/.test(written) ? [written] : signs.filter((sign) => fits.test(sign));
    const literal = written.length > 1 && own.length === 0 ? literalOf(written, fits) : own;
    const known = new Map<string, boolean>();
    const accepts = (sign: string): boolean => {
      let answer = known.get(sign);
      if (answer === undefined) known.set(sign, (answer = fits.test(sign)));
      return answer;
    };
    const isWide = /[uv]/.test(this.#flags);
    return {
      match: (state) => (at, then) => {
        state.step();
        if (at >= state.text.length) return false;
        const sign = isWide ? String.fromCodePoint(state.text.codePointAt(at)!) : state.text[at]!;
        return accepts(sign) && then(at + sign.length);
      },
      sample: literal[0] ?? "",
      takes: literal.slice(0, 3),
    };
  }

  #peek(text: string): boolean {
    return this.#source.startsWith(text, this.#at);
  }

  #take(text: string): boolean {
    if (!this.#peek(text)) return false;
    this.#at += text.length;
    return true;
  }

  #skip(count: number): string {
    const skipped = this.#source.slice(this.#at, this.#at + count);
    this.#at += count;
    return skipped;
  }
}

/** What lies behind is short in our patterns: every beginning of it is tried. */
function lookAround(look: string, inner: Part): Part {
  const wanted = look.endsWith("=");
  return {
    match: (state) => {
      const match = inner.match(state);
      const holds = (at: number): boolean => {
        if (!look.includes("<")) return match(at, () => true);
        for (let from = at; from >= Math.max(0, at - 20); from--) if (match(from, (end) => end === at)) return true;
        return false;
      };
      return (at, then) => holds(at) === wanted && then(at);
    },
    sample: "",
    takes: [],
  };
}

function boundsOf(written: string): readonly [number, number] {
  if (written === "*") return [0, Number.POSITIVE_INFINITY];
  if (written === "+") return [1, Number.POSITIVE_INFINITY];
  if (written === "?") return [0, 1];
  const [least = "0", most] = written.slice(1, -1).split(",");
  return [Number(least), most === undefined ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most)];
}

function literalOf(written: string, fits: RegExp): readonly string[] {
  for (let code = 0; code < 0x10000; code++) {
    const sign = String.fromCharCode(code);
    if (fits.test(sign)) return [sign];
  }
  throw new Error(`No sign fits ${written}.`);
}
