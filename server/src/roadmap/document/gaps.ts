import { plural, say, type Words } from "../../base/say.ts";
import type { ProtocolLocation, RoadmapRow } from "../../protocol.ts";

/** Something that is not there yet, as the rules found it. */
export interface Gap {
  readonly rule: string;
  readonly level: "error" | "warning" | "information" | "hint";
  /** The key of the item that lacks it. */
  readonly item: string | undefined;
  readonly message: Words;
  readonly location: ProtocolLocation;
  /** The field, or the section, that would fill it. */
  readonly field?: string;
  readonly section?: string;
}

/** A gap as a row: a click asks for what is missing, or goes to its place. */
export function gapRow(id: string, gap: Gap, tell: (words: Words) => string): RoadmapRow {
  const { level, location, field } = gap;
  const label = tell(words(gap));
  const isGrave = level === "error" || level === "warning";
  return {
    id,
    label,
    description: "",
    spoken: tell(say`${label}, a gap in this document`),
    type: "gap",
    icon: isGrave ? "warning" : "info",
    color: isGrave ? "list.warningForeground" : "descriptionForeground",
    children: "none",
    location,
    ...(field === undefined || field === "title" || field === "id" ? {} : { field }),
  };
}

function words({ rule, field, section, message }: Gap): Words {
  const known = said.get(rule);
  if (known !== undefined) return known;
  if (section !== undefined) return say`No section “${section}”`;
  return field === undefined ? message : say`No ${field}`;
}

const said = new Map<string, Words>([
  ["missing-title", say`No title`],
  ["missing-owner", say`No owner`],
  ["missing-kpi", say`No KPI`],
  ["missing-goal", say`No goal`],
  ["missing-timeframe", say`No timeframe`],
  ["missing-audience", say`No audience`],
  ["kpi-without-target", say`No target`],
  ["kpi-without-baseline", say`No baseline`],
]);

/** "2 requirements without acceptance". */
export function acceptanceWords(count: number): Words {
  return plural(count, "{0} requirement without acceptance", "{0} requirements without acceptance");
}
