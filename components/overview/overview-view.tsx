import Link from "next/link";
import type { ReactNode } from "react";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { trendTop } from "@/components/ui/trend-geometry";
import type { Overview, OverviewSeries } from "@/server/reports/contract";
import { makeNotes } from "./notes";
import { PresenceByEngine } from "./presence-by-engine";
import { SeriesDetail } from "./series-detail";
import { seriesAnchor } from "./series-title";
import type { TrendChoice } from "./trend";
import { trendWithEarlier } from "./trend-points";

interface Props {
  readonly overview: Overview;
  readonly address: ProjectAddress;
  /** The page's own address parameters, each with one value. */
  readonly query: Readonly<Record<string, string>>;
  /** What changed in a series since the window before, where the page tests it. */
  readonly changes?: (series: OverviewSeries) => ReactNode;
}

/** The overview of a project, from what the numbers say to where each of them stands. */
export function OverviewView({ overview, address, query, changes }: Props) {
  const own = overview.brands.find((brand) => brand.own);
  if (!own || overview.series.length === 0) return <NothingMeasured address={address} query={query} />;
  const notes = makeNotes(overview);
  const href = (changes: Record<string, string>) =>
    `${projectPath(address)}?${new URLSearchParams({ ...query, ...changes })}`;
  const trendHref = (metric: string) => href({ trend: metric });
  const choice = trendChoice(overview, query.trend, trendHref);
  const shown = overview.series.filter((series) => series.shown);
  return (
    <div className="flex flex-col gap-6">
      {shown.some((series) => series.sandbox) && <MadeUp all={shown.every((series) => series.sandbox)} />}
      {shown.length > 0 && (
        <PresenceByEngine series={overview.series} ownBrandId={own.brandId} notes={notes} />
      )}
      {overview.series.map((series) => (
        <SeriesDetail
          key={seriesAnchor(series)}
          {...{ overview, series, notes }}
          choice={choice}
          changes={changes}
          trendHref={trendHref}
          windowHref={(start) => href({ window: start })}
          answersHref={(filter) => `${projectPath(address, "answers")}?${new URLSearchParams(filter)}`}
        />
      ))}
      <p className="text-sm">
        <Link href={projectPath(address, "method")} className="text-accent underline underline-offset-4">
          How often would this report a change where there is none?
        </Link>{" "}
        <span className="text-ink-soft">Tried on your own answers.</span>
      </p>
    </div>
  );
}

function MadeUp({ all }: { all: boolean }) {
  return (
    <Notice tone="caution" title={`${all ? "These" : "Some of these"} numbers are made up`}>
      What is marked “made up” was answered by the sandbox: no engine was asked.
      {!all && " It is never mixed with real answers."}
    </Notice>
  );
}

function trendChoice(
  { metrics, series }: Overview,
  chosen: string | undefined,
  hrefOf: (metricId: string) => string,
): TrendChoice {
  const metric = metrics.find(({ id }) => id === chosen) ?? metrics[0];
  if (!metric) throw new Error("the method has no metric");
  const points = series.flatMap((each) => trendWithEarlier(each, metric.id));
  const links = metrics
    .filter(({ id, headline }) => headline || id === metric.id)
    .map(({ id, label }) => ({ label, href: hrefOf(id), current: id === metric.id }));
  return { metric, top: trendTop(points), links };
}

function NothingMeasured({ address, query }: Pick<Props, "address" | "query">) {
  if (query.engine || query.surface) {
    return (
      <EmptyState
        title="Nothing was measured with this filter"
        action={
          <ButtonLink href={projectPath(address)} look="quiet">
            Show everything
          </ButtonLink>
        }
      >
        The project has numbers for other engines or surfaces.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No numbers yet"
      action={<ButtonLink href={projectPath(address, "runs")}>Start a run</ButtonLink>}
    >
      <p>
        When the first run has closed, here stands how often each engine names your brand, with two intervals
        that say how sure that is: your brand beside its rivals, week by week, and where every number comes
        from.
      </p>
      <p className="mt-2">
        A run takes a panel of prompts. A small one is worth a look already: it shows counts.
      </p>
    </EmptyState>
  );
}
