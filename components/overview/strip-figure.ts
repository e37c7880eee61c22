import type { StripFigure } from "@/components/ui/interval-strip";
import type { ReportedMetric } from "@/server/reports/contract";

type Ends = { readonly low: number; readonly high: number } | null;

/** What of a row may be drawn, as the charts want it: inside the panel interval, outside the market interval. */
export function stripFigure(drawing: ReportedMetric["drawing"]): StripFigure | null {
  if (drawing === null) return null;
  if (drawing.kind === "bound") return { kind: "reach", ends: [drawing.from, drawing.to] };
  const { value, panel, market } = drawing;
  return { kind: "point", at: value, inner: pair(panel), outer: pair(market) };
}

function pair(ends: Ends) {
  return ends === null ? null : ([ends.low, ends.high] as const);
}
