import Link from "next/link";
import type { ReactNode } from "react";
import { formatWindow } from "@/components/ui/format";
import type { Overview, OverviewSeries, SeriesWindow } from "@/server/reports/contract";
import { Block } from "./block";
import { BrandTable } from "./brand-table";
import { EngineFacts } from "./engine-facts";
import { MoreMeasures } from "./more-measures";
import type { Notes } from "./notes";
import { PromptStandings } from "./prompt-standings";
import { SeriesBadges, seriesAnchor } from "./series-title";
import { Streaks } from "./streaks";
import { Trend, type TrendChoice } from "./trend";

interface Props {
  readonly overview: Overview;
  readonly series: OverviewSeries;
  readonly choice: TrendChoice;
  readonly notes: Notes;
  /** What changed since the window before, where the page tests it. */
  readonly changes?: ((series: OverviewSeries) => ReactNode) | undefined;
  /** Where a window of this project is looked at. */
  readonly windowHref: (start: string) => string;
  /** Where a metric's trend is looked at. */
  readonly trendHref: (metricId: string) => string;
  /** Where the answers behind a number are read. */
  readonly answersHref: (filter: Record<string, string>) => string;
}

type BrandsProps = Pick<Props, "overview" | "series" | "notes"> & { readonly shown: SeriesWindow };

/** Everything of one engine × surface in the shown window. */
export function SeriesDetail(props: Props) {
  const { overview, series, choice, notes, windowHref, trendHref, answersHref, changes } = props;
  const { shown, otherPanels } = series;
  const anchor = seriesAnchor(series);
  const own = overview.brands.find((brand) => brand.own);
  return (
    <section
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      className="flex scroll-mt-20 flex-col gap-7 rounded-xl border border-line bg-surface p-4 sm:p-6"
    >
      <header>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h2 id={`${anchor}-title`} className="font-medium font-serif text-2xl tracking-tight">
            {series.engine}
          </h2>
          <SeriesBadges {...series} />
        </div>
        {shown && (
          <p className="mt-1 text-ink-faint text-sm">
            {formatWindow(shown.window)}, panel {shown.panel.name}, version {shown.panel.version}.
            {otherPanels.length > 0 &&
              ` Also measured in this window, and not averaged in: ${otherPanels.map(({ name, version }) => `${name}, version ${version}`).join("; ")}.`}
          </p>
        )}
      </header>
      {shown && own ? (
        <>
          <Brands {...{ overview, series, shown, notes }} />
          {changes?.(series)}
          <Trend series={series} choice={choice} current={shown.window.start} notes={notes} />
          <div className="grid gap-x-10 gap-y-7 md:grid-cols-2">
            <Streaks series={series} shown={shown} ownBrandId={own.brandId} notes={notes} />
            <EngineFacts {...{ overview, series, shown, notes }} />
          </div>
          <PromptStandings {...{ series, shown, notes, answersHref }} brand={own.name} />
          {!isWithheld(shown) && <MoreMeasures {...{ overview, series, shown, notes, trendHref }} />}
        </>
      ) : (
        <>
          <NotMeasured series={series} windowHref={windowHref} />
          <Trend series={series} choice={choice} current={undefined} notes={notes} />
        </>
      )}
    </section>
  );
}

function isWithheld({ metrics }: SeriesWindow): boolean {
  return metrics.some(({ flags }) => flags.includes("suppressed_below_70"));
}

function Brands({ overview, series, shown, notes }: BrandsProps) {
  if (isWithheld(shown)) {
    return (
      <Block
        title="Own brand and rivals"
        detail="Withheld: with under 70 % of the asks back, what is missing could turn any of these numbers."
      />
    );
  }
  const detail =
    overview.brands.length === 1
      ? "No rival is declared, so there is no share of voice. Declare rivals under Brands."
      : shown.metrics.some(({ drawing }) => drawing?.kind === "level")
        ? "Sorted by presence. A rank says nothing where intervals overlap."
        : "Sorted by presence. With so few answers a rank says nothing.";
  return (
    <Block title="Own brand and rivals" detail={detail}>
      <BrandTable {...{ overview, series, shown, notes }} />
    </Block>
  );
}

function NotMeasured({ series, windowHref }: Pick<Props, "series" | "windowHref">) {
  const last = series.trend.at(-1)?.window;
  return (
    <p className="text-ink-soft text-sm">
      Not measured in this window.{" "}
      {last && (
        <Link href={windowHref(last.start)} className="text-accent underline underline-offset-4">
          See its last window, {formatWindow(last)}
        </Link>
      )}
    </p>
  );
}
