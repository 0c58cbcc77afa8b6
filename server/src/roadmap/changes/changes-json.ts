import { tell, type Words } from "../../base/say.ts";
import type { Found } from "../../workspace/query.ts";
import type { PlanChange } from "./change.ts";

export interface ChangeJson {
  readonly type: string;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Sentences: what it gets in the way of now. */
  readonly consequences: readonly string[];
  readonly file: string;
}

/** Changes for programs; the order of keys is part of the form. */
export function changesJson(changes: readonly PlanChange[], fileOf: (found: Found) => string): readonly ChangeJson[] {
  const plain = (words: Words | undefined): string | null => (words === undefined ? null : tell(words));
  return changes.map(({ type, found, from, to, so }) => ({
    type,
    id: found.item.key,
    kind: found.item.kind,
    title: found.item.title,
    from: plain(from),
    to: plain(to),
    consequences: so.map((words) => tell(words)),
    file: fileOf(found),
  }));
}
