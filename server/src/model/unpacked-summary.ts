import type { Packed } from "../base/packed.ts";
import { anchorsOf } from "./read-body.ts";
import type {
  BodyLink,
  FlawFact,
  HeadingFact,
  Item,
  Mention,
  ReportFact,
  Scalar,
  Summary,
  Suppression,
} from "./summary.ts";
import { withItems } from "./summary.ts";
import { type Body, unpackBody } from "./unpack-body.ts";

/**
 * The bodies that were asked for last. The check of a file asks for its own again and again, and for few others; weak
 * references would have them all live until the next great garbage collection.
 */
export class OpenBodies {
  readonly #last: (UnpackedSummary | undefined)[] = new Array(atOnce);
  #next = 0;

  open(file: UnpackedSummary): void {
    this.#last[this.#next]?.close();
    this.#last[this.#next] = file;
    this.#next = (this.#next + 1) % atOnce;
  }
}

const atOnce = 16;

/** What is asked for often. */
export type Head = Omit<Summary, keyof Body>;

export class UnpackedSummary implements Summary {
  readonly path: string;
  readonly stem: string;
  readonly items: readonly Item[];
  readonly flaws: readonly FlawFact[];
  readonly placeholders: readonly Scalar[];
  readonly suppressions: readonly Suppression[];
  readonly reports: readonly ReportFact[];
  readonly nearKind: Scalar | undefined;
  readonly #packed: Packed;
  readonly #bodies: OpenBodies;
  #open: Body | undefined;

  constructor(head: Head, packed: Packed, bodies: OpenBodies) {
    const { path, stem, items, flaws, placeholders, suppressions, reports, nearKind } = head;
    this.path = path;
    this.stem = stem;
    this.items = items;
    this.flaws = flaws;
    this.placeholders = placeholders;
    this.suppressions = suppressions;
    this.reports = reports;
    this.nearKind = nearKind;
    this.#packed = packed;
    this.#bodies = bodies;
  }

  get mentions(): readonly Mention[] {
    return this.#unpacked().mentions;
  }

  get bodyLinks(): readonly BodyLink[] {
    return this.#unpacked().bodyLinks;
  }

  get anchors(): readonly string[] {
    const body = this.#unpacked();
    return (body.anchors ??= anchorsOf(body.headings, body.named));
  }

  get named(): readonly string[] {
    return this.#unpacked().named;
  }

  get headings(): readonly HeadingFact[] {
    return this.#unpacked().headings;
  }

  #unpacked(): Body {
    if (this.#open === undefined) {
      this.#open = unpackBody(this.#packed, this.items.length);
      this.#bodies.open(this);
    }
    return this.#open;
  }

  /** The same with other items: what is packed stays so. */
  with(items: readonly Item[]): UnpackedSummary {
    return new UnpackedSummary({ ...this, items }, this.#packed, this.#bodies);
  }

  /** What was unpacked is not kept any longer. */
  close(): void {
    this.#open = undefined;
  }
}

/** What a file says now, with the items of before, which say the same. */
export function withSameItems(file: Summary, items: readonly Item[]): Summary {
  return file instanceof UnpackedSummary ? file.with(items) : withItems(file, items);
}
