import type { Metadata } from "next";
import { ExportLink } from "@/components/exports/export-link";
import { TakeBundle } from "@/components/exports/take-bundle";
import { OverviewView } from "@/components/overview/overview-view";
import { SeriesChanges } from "@/components/overview/series-changes";
import { ReadingNotice } from "@/components/recompute/reading-notice";
import { FilterBar } from "@/components/shell/filter-bar";
import { formatWindow } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { readSeriesFilter } from "@/server/reports/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Overview" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** How the project's brand stands on each engine, in the newest window or the one that the filter names. */
export default async function OverviewPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams]);
  const filter = readSeriesFilter(search);
  const call = await api();
  const { projectId, name, brands } = await call.projects.find(address);
  const { org } = address;
  const [overview, options, status, me] = await Promise.all([
    call.reports.overview({ org, projectId, ...filter }),
    call.reports.filterOptions({ org, projectId }),
    call.recompute.status({ org, projectId }),
    call.me.get(),
  ]);
  const canEdit = me.orgs.some(({ slug, role }) => slug === org && role !== "viewer");
  const window = overview.window ? formatWindow(overview.window) : undefined;
  const single = Object.entries(search).flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value] as const] : [],
  );
  return (
    <>
      <PageHeader
        title={brands.find((brand) => brand.own)?.name ?? name}
        detail={[name, window && `window ${window} (UTC)`].filter(Boolean).join(" · ")}
        actions={
          overview.window && (
            <>
              <TakeBundle address={address} filter={filter} />
              <ExportLink address={address} table="metrics" filter={filter} />
            </>
          )
        }
      />
      {options.windows.length > 0 && <FilterBar options={options} anyWindow="Newest window" />}
      <ReadingNotice {...{ org, projectId, status, canEdit }} />
      <OverviewView
        overview={overview}
        address={address}
        query={Object.fromEntries(single)}
        changes={({ engineId, engine, surface, sandbox }) => (
          <SeriesChanges
            {...{ org, projectId, filter }}
            series={{ engineId, engine, surface, sandbox }}
            brands={overview.brands}
            metrics={overview.metrics.map(({ id, label }) => ({ id, label }))}
          />
        )}
      />
    </>
  );
}
