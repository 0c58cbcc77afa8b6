import { withoutSpare } from "../base/spare.ts";
import type { FieldValue, LinkValue, Scalar } from "../model/summary.ts";
import type { Edge, Found } from "./query.ts";

/** The place of an item, and the ties at it. It stays while the item there becomes another one. */
export class Knot {
  found: Found;
  /** Most items have none or one: that one stands for itself, as a list takes twice its room. */
  #ties: Tie | Tie[] | undefined;
  #outgoing: readonly Edge[] | undefined;
  #incoming: readonly Edge[] | undefined;

  constructor(found: Found) {
    this.found = found;
  }

  get path(): string {
    return this.found.file.path;
  }

  get index(): number {
    return this.found.index;
  }

  /** The edges that start here, each once: those that the item writes, those that others do, those of standing inside. */
  get outgoing(): readonly Edge[] {
    this.#outgoing ??= this.leads(() => true);
    return this.#outgoing;
  }

  /** The edges that end here, in the same order. */
  get incoming(): readonly Edge[] {
    if (this.#incoming === undefined) {
      const ties = listOf(this.#ties).filter(({ end }) => end === this);
      this.#incoming = withoutSpare(inOrder(ties, this, "from"));
    }
    return this.#incoming;
  }

  /** Those of the edges that start here which some ties make. */
  leads(isAsked: (tie: Tie) => boolean): readonly Edge[] {
    const ties = listOf(this.#ties).filter((tie) => tie.start === this && isAsked(tie));
    return withoutSpare(inOrder(ties, this, "to"));
  }

  has(name: string, way: "outgoing" | "incoming"): boolean {
    return listOf(this.#ties).some((tie) => tie.name === name && (way === "outgoing" ? tie.start : tie.end) === this);
  }

  tie(tie: Tie): void {
    if (this.#ties === undefined) this.#ties = tie;
    else if (this.#ties instanceof Tie) this.#ties = [this.#ties, tie];
    else if (this.#ties.length < few) this.#ties = [...this.#ties, tie];
    else this.#ties.push(tie);
    this.#outgoing = undefined;
    this.#incoming = undefined;
  }

  untie(tie: Tie): void {
    if (this.#ties === tie) this.#ties = undefined;
    else if (Array.isArray(this.#ties)) {
      const last = this.#ties.pop();
      if (last !== undefined && last !== tie) this.#ties[this.#ties.indexOf(tie)] = last;
    }
    this.#outgoing = undefined;
    this.#incoming = undefined;
  }
}

/** A list that grows has room for a dozen others: most are so short that they are made anew instead. */
const few = 8;

function listOf(ties: Tie | readonly Tie[] | undefined): readonly Tie[] {
  if (ties === undefined) return none;
  return ties instanceof Tie ? [ties] : ties;
}

/** An edge as it stands in a file. Its ends are seen through it: they are what stands at their places now. */
export class Tie implements Edge {
  readonly name: string;
  /** Where it is written; of a link by standing inside, what is around. */
  readonly holder: Knot;
  /** The edge runs towards the holder. */
  readonly inverse: boolean;
  link: LinkValue | undefined;
  field: FieldValue | undefined;
  /** Its place among the links of its file; of a link by standing inside, the index of the site inside. */
  readonly at: number;
  /** Undefined where a link leads to no item. */
  #other: Knot | undefined;

  constructor(holder: Knot, { name, inverse, link, field }: WrittenTie, at: number) {
    this.holder = holder;
    this.name = name;
    this.inverse = inverse;
    this.link = link;
    this.field = field;
    this.at = at;
  }

  get other(): Knot | undefined {
    return this.#other;
  }

  get start(): Knot {
    return this.inverse ? this.#other! : this.holder;
  }

  get end(): Knot {
    return this.inverse ? this.holder : this.#other!;
  }

  get from(): Found {
    return this.start.found;
  }

  get to(): Found {
    return this.end.found;
  }

  get writer(): Found {
    return this.link === undefined ? this.from : this.holder.found;
  }

  get values(): ReadonlyMap<string, Scalar> {
    return this.link?.values ?? noValues;
  }

  /** Leads to another item, or to none, from now on; true where it led somewhere else before. */
  lead(other: Knot | undefined, { knots: touched, names }: Touched): void {
    const before = this.#other;
    if (before === other) return;
    names.add(this.name);
    if (before !== undefined) {
      before.untie(this);
      touched.add(before);
      if (before !== this.holder) this.holder.untie(this);
    }
    this.#other = other;
    if (other !== undefined) {
      other.tie(this);
      touched.add(other);
      if (other !== this.holder) this.holder.tie(this);
    }
    touched.add(this.holder);
  }
}

/** Where edges differ, and the names of those that do. */
export interface Touched {
  readonly knots: { readonly add: (knot: Knot) => unknown };
  readonly names: { readonly add: (name: string) => unknown };
}

/** A link as a file writes it, before it is known what it leads to. */
export interface WrittenTie {
  readonly name: string;
  readonly inverse: boolean;
  readonly link: LinkValue | undefined;
  readonly field: FieldValue | undefined;
}

const none: readonly Tie[] = [];

const noValues: ReadonlyMap<string, Scalar> = new Map();

function inOrder(ties: readonly Tie[], knot: Knot, far: "from" | "to"): readonly Edge[] {
  if (ties.length < 2) return ties;
  const own: Tie[] = [];
  const others: Tie[] = [];
  const standing: Tie[] = [];
  for (const tie of ties) {
    (tie.link === undefined ? standing : tie.holder === knot ? own : others).push(tie);
  }
  own.sort(byPlace);
  others.sort(byPlace);
  // What it stands in comes before what stands in it.
  standing.sort((a, b) => Number(a.holder === knot) - Number(b.holder === knot) || byPlace(a, b));
  return merged([...own, ...others, ...standing], far);
}

function byPlace(a: Tie, b: Tie): number {
  if (a.holder.path !== b.holder.path) return a.holder.path < b.holder.path ? -1 : 1;
  return a.holder.index - b.holder.index || a.at - b.at;
}

/** An edge is its name and its two ends: where both ends write it, the one it starts at counts. */
function merged(ties: readonly Tie[], far: "from" | "to"): readonly Edge[] {
  // There are few names, and may be a thousand ends.
  const known = new Map<string, Map<Found, number>>();
  const list: Tie[] = [];
  for (const tie of ties) {
    let ends = known.get(tie.name);
    if (ends === undefined) known.set(tie.name, (ends = new Map()));
    const place = ends.get(tie[far]);
    if (place === undefined) ends.set(tie[far], list.push(tie) - 1);
    else if (tie.link !== undefined && tie.writer === tie.from && list[place]!.writer !== tie.from) list[place] = tie;
  }
  return list;
}
