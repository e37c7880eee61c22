import { IntervalStrip, StripAxis } from "@/components/ui/interval-strip";
import type { OverviewSeries } from "@/server/reports/contract";
import { IntervalLegend } from "./interval-legend";
import { MetricNumber } from "./metric-number";
import type { Notes } from "./notes";
import { Sentences } from "./sentences";
import { SeriesBadges, seriesAnchor } from "./series-title";
import { stripFigure } from "./strip-figure";

interface Props {
  readonly series: readonly OverviewSeries[];
  readonly ownBrandId: string;
  readonly notes: Notes;
}

const COLUMNS = "md:grid md:grid-cols-[minmax(8rem,11rem)_minmax(8rem,10rem)_minmax(0,1fr)] md:gap-x-6";

/** The own brand's presence, engine beside engine on one scale, and what the numbers say. Never one number of several. */
export function PresenceByEngine({ series, ownBrandId, notes }: Props) {
  const shown = series.filter((each) => each.shown !== null);
  const counted = shown.some((each) =>
    each.shown?.metrics.some(({ brandId, drawing }) => brandId === ownBrandId && drawing?.kind === "bound"),
  );
  return (
    <section aria-labelledby="presence" className="rounded-xl border border-line bg-surface p-4 sm:p-6">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-3">
        <h2 id="presence" className="font-medium font-serif text-2xl tracking-tight">
          What this says
        </h2>
        <IntervalLegend reach={counted} />
      </header>
      <ul className="mt-2 divide-y divide-line">
        {shown.map((each) => (
          <Engine key={seriesAnchor(each)} series={each} ownBrandId={ownBrandId} notes={notes} />
        ))}
      </ul>
      <p className="border-line border-t pt-4 text-ink-faint text-xs">
        Each engine and surface is a series of its own. Overlapping intervals show no difference; intervals
        that don’t overlap are not yet a tested change.
      </p>
    </section>
  );
}

function Engine({
  series,
  ownBrandId,
  notes,
}: { series: OverviewSeries } & Pick<Props, "ownBrandId" | "notes">) {
  const { shown } = series;
  const presence = shown?.metrics.find(
    ({ metricId, brandId }) => metricId === "presence" && brandId === ownBrandId,
  );
  if (!shown || !presence) return null;
  return (
    <li className={`py-6 ${COLUMNS}`}>
      <div>
        <h3 className="font-semibold text-lg leading-tight">{series.engine}</h3>
        <p className="mt-1.5 flex flex-wrap gap-1.5">
          <SeriesBadges {...series} />
        </p>
        <a
          href={`#${seriesAnchor(series)}`}
          className="mt-2 inline-block text-accent text-sm underline-offset-4 hover:underline max-md:hidden"
        >
          Rivals and trend<span className="sr-only"> on {series.engine}</span>
        </a>
      </div>
      <div className="mt-4 md:mt-0">
        <MetricNumber row={presence} note={notes.ofMetric(series, shown, presence)} size="large" />
      </div>
      <div className="mt-3 px-2 md:mt-0">
        {presence.drawing && (
          <>
            <IntervalStrip figure={stripFigure(presence.drawing)} strong />
            <StripAxis />
          </>
        )}
      </div>
      <div className="mt-4 md:col-span-2 md:col-start-2">
        <Sentences series={series} shown={shown} notes={notes} />
      </div>
    </li>
  );
}
