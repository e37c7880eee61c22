import { Badge } from "@/components/ui/badge";
import { IntervalStrip } from "@/components/ui/interval-strip";
import type { Overview, OverviewSeries, SeriesWindow } from "@/server/reports/contract";
import { Block } from "./block";
import { MetricNumber } from "./metric-number";
import type { Notes } from "./notes";
import { stripFigure } from "./strip-figure";

interface Props {
  readonly overview: Overview;
  readonly series: OverviewSeries;
  readonly shown: SeriesWindow;
  readonly notes: Notes;
}

/** The metrics of the engine itself: whether it answers at all, and whether our asks came back. */
export function EngineFacts({ overview, series, shown, notes }: Props) {
  const withheld = shown.metrics.some(({ flags }) => flags.includes("suppressed_below_70"));
  return (
    <Block title="The engine itself" detail="What holds for every brand.">
      <dl className="flex flex-col gap-5">
        {overview.metrics
          .filter((metric) => metric.scope === "engine" && metric.headline)
          .map(({ id, label, description }) => {
            const row = shown.metrics.find((each) => each.metricId === id && each.brandId === null);
            const flagged = id === "completion" && row?.flags.includes("completion_below_90");
            return (
              row && (
                <div key={id}>
                  <dt className="flex flex-wrap items-center gap-2 text-sm">
                    {label}
                    {flagged && (
                      <Badge tone={withheld ? "bad" : "caution"}>
                        {withheld ? "under 70 %: withheld" : "under 90 %: flagged"}
                      </Badge>
                    )}
                  </dt>
                  <dd>
                    <MetricNumber row={row} note={notes.ofMetric(series, shown, row)} />
                    {row.drawing && (
                      <div className="my-1.5 px-2">
                        <IntervalStrip figure={stripFigure(row.drawing)} />
                      </div>
                    )}
                    <p className="text-ink-faint text-xs">{description}</p>
                  </dd>
                </div>
              )
            );
          })}
      </dl>
    </Block>
  );
}
