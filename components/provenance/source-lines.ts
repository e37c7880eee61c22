import { surfaceLabel } from "@/components/shell/surface-label";
import { formatMoment, formatWindow } from "@/components/ui/format";
import type { OverviewSeries, SeriesWindow } from "@/server/reports/contract";
import type { NoteLine } from "./provenance-note";

type Origin = Pick<OverviewSeries, "engine" | "surface" | "sandbox">;

/** The part of a note that is the same for every number of a series' window. Make it once a window. */
export function sourceLines({ engine, surface, sandbox }: Origin, measured: SeriesWindow): NoteLine[] {
  const { window, panel, source, metrics } = measured;
  const completion = metrics.find((metric) => metric.metricId === "completion");
  const list = (label: string, values: readonly string[]): NoteLine[] =>
    values.length === 0 ? [] : [[label, values.join(", ")]];
  return [
    ["Engine", `${engine}, ${surfaceLabel(surface)}`],
    ["Data", sandbox ? "made up: the sandbox answered, no engine" : originOf(surface)],
    ["Window", `${formatWindow(window)}, UTC`],
    ["Prompts", `panel ${panel.name}, version ${panel.version}`],
    ...list("Completion", completion ? [completion.said] : []),
    ...list("Models served", source.models),
    ...list("Method", source.methods),
    ...list("Extractor", source.extractors),
    ...list("Brand set", source.brandSets),
    ...list("Engine contract", source.contracts),
    ["Computed", `${formatMoment(source.computedAt)}, UTC`],
  ];
}

function originOf(surface: string): string {
  return surface === "capture" ? "captured answers" : "answers of the engine";
}
