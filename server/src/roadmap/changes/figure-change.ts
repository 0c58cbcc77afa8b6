import { itemFacts } from "../../workspace/item-facts.ts";
import { kpiValues } from "../kpi-values.ts";
import { changed, type Look, readSame } from "./change.ts";

/** The figures of a KPI: where it is to be, where it stands, where it stood. */
export const figureChange: Look = ({ before, after }) => {
  if (itemFacts(after.query, after.found).base !== "kpi") return [];
  const [was, is] = [kpiValues(before.found), kpiValues(after.found)];
  return figures.flatMap((name) => (readSame(was[name], is[name]) ? [] : [changed(name, after, was[name], is[name])]));
};

const figures = ["target", "current", "baseline"] as const;
