import type { Words } from "../../base/say.ts";
import type { Found } from "../../workspace/query.ts";

/** What a report says, as a table under headings, before it is written as text, Markdown or CSV. */
export interface Table {
  readonly columns: readonly Column[];
  readonly sections: readonly Section[];
  /** Its sections have headings, which say something about the rows. */
  readonly isGrouped?: boolean;
  /** The column that shows how deep a row stands; the first unless said. */
  readonly indents?: number;
  /** What is said at the end: "3 goals, 12 features, 1 gap". */
  readonly closing?: Words;
  /** What is said where there is no row at all. */
  readonly empty: Words;
}

export interface Column {
  /** The field it shows, for programs: `timeframe`. */
  readonly name: string;
  /** "Timeframe". */
  readonly title: string;
  /** It is left out where it says nothing in any row: nobody has asked for it by name. */
  readonly isOptional?: boolean;
}

export interface Section {
  /** Undefined for the only one. */
  readonly title?: Part;
  /** What stands behind it: "7 features", "1 overdue". */
  readonly notes?: readonly Words[];
  /** What stands in a line of its own below it: the KPIs of a goal. */
  readonly facts?: { readonly label: Words; readonly cell: Cell };
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** How deep it stands below others: 0 at the top. */
  readonly depth: number;
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** The first column, which says what the row belongs to, is as in the row above: people need not read it again. */
  readonly repeats?: boolean;
}

/** One value after the other; none where there is nothing to say. */
export type Cell = readonly Part[];

export interface Part {
  readonly text: Words;
  /** The item that it names. */
  readonly to?: Found;
  /** What is said about it there: "guardrail", "61 % → 68 %". */
  readonly note?: Words;
  /** It stands in a row above already: programs are told again, people are not. */
  readonly repeats?: boolean;
}

/** What people read of a cell. */
export function readable(cell: Cell = []): Cell {
  return cell.filter(({ repeats }) => repeats !== true);
}

/** Without the columns that nobody asked for and that say nothing. */
export function usefulColumns({ columns, sections }: Table): readonly number[] {
  return columns.flatMap(({ isOptional }, at) => {
    const says = () => sections.some(({ rows }) => rows.some(({ cells }) => (cells[at] ?? []).length > 0));
    return isOptional !== true || says() ? [at] : [];
  });
}

/** Columns that nobody has asked for by name. */
export function optional<One extends Column>(columns: readonly One[]): readonly One[] {
  return columns.map((column) => ({ ...column, isOptional: true }));
}

export function hasRows({ sections }: Table): boolean {
  return sections.some(({ rows, title }) => rows.length > 0 || title !== undefined);
}

/** "Checkout completion (guardrail)". */
export function partText({ text, note }: Part): string {
  return note === undefined || String(note) === "" ? String(text) : `${text} (${note})`;
}

/** "Depends on" for `depends-on`, "KPIs" for `kpis`. */
export function columnTitle(name: string): string {
  const words = name.replaceAll("-", " ").replace(/\b(?:id|kpi)(?=s?\b)/g, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
