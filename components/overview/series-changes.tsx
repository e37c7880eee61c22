"use client";

import { useQuery } from "@tanstack/react-query";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { formatWindow } from "@/components/ui/format";
import { Skeleton } from "@/components/ui/skeleton";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { ProjectId } from "@/server/kernel/id";
import type { SeriesChanges as Changes, OverviewSeries, SeriesFilter } from "@/server/reports/contract";
import { Block } from "./block";
import { Unbroken } from "./unbroken";

interface Props {
  readonly org: string;
  readonly projectId: ProjectId;
  readonly filter: SeriesFilter;
  readonly series: Pick<OverviewSeries, "engineId" | "engine" | "surface" | "sandbox">;
  /** Own brand first. */
  readonly brands: readonly { readonly brandId: string; readonly name: string; readonly own: boolean }[];
  readonly metrics: readonly { readonly id: string; readonly label: string }[];
}

type Change = Changes["changes"][number];

/** Whether the week changed against the one before: the tested answer, in words, for the own brand first. */
export function SeriesChanges({ org, projectId, filter, series, brands, metrics }: Props) {
  // One request serves every series of the page: they are judged together.
  const query = useQuery(useApi().reports.changes.queryOptions({ org, projectId, ...filter }));
  const found = query.data?.series.find(
    (each) =>
      each.engineId === series.engineId && each.surface === series.surface && each.sandbox === series.sandbox,
  );
  const detail = found?.baseline ? `Tested against ${formatWindow(found.baseline)}.` : undefined;
  const labelOf = (metricId: string) => metrics.find(({ id }) => id === metricId)?.label ?? metricId;
  return (
    <Block title="Since the window before" detail={detail}>
      {query.isPending && <Skeleton label="Testing for changes" />}
      {query.isError && <ApiErrorNotice error={query.error} title="Changes could not be tested" />}
      {query.data && !found?.baseline && (
        <p className="text-ink-soft text-sm">There is no window before this one to compare with.</p>
      )}
      {found?.baseline && <Verdicts {...{ found, brands, labelOf }} engine={series.engine} />}
    </Block>
  );
}

function Verdicts({
  found,
  brands,
  labelOf,
  engine,
}: Pick<Props, "brands"> & { found: Changes; labelOf: (metricId: string) => string; engine: string }) {
  const own = brands.find((brand) => brand.own)?.brandId;
  const nameOf = (brandId: string) => brands.find((brand) => brand.brandId === brandId)?.name ?? "a brand";
  const ordered = brands.flatMap((brand) => found.changes.filter(({ brandId }) => brandId === brand.brandId));
  const first = ordered.filter(({ brandId, verdict }) => brandId === own || verdict.kind === "changed");
  return (
    <div className="text-sm">
      <ul className="flex flex-col gap-1">
        {first.map((change) => (
          <li key={`${change.metricId} ${change.brandId}`}>
            <span className="font-medium">
              {labelOf(change.metricId)} of {nameOf(change.brandId)}:
            </span>{" "}
            <Said change={change} />
          </li>
        ))}
      </ul>
      {found.changes.length > first.length && (
        <details className="mt-2">
          <summary className="cursor-pointer py-1 text-accent underline-offset-4 hover:underline max-sm:py-3">
            All {found.changes.length} comparisons
          </summary>
          <div className="mt-2">
            <Table caption={`Changes on ${engine}`}>
              <thead>
                <tr>
                  <Th>Brand</Th>
                  <Th>Metric</Th>
                  <Th>Verdict</Th>
                </tr>
              </thead>
              <tbody>
                {ordered.map((change) => (
                  <tr key={`${change.metricId} ${change.brandId}`}>
                    <RowTh>{nameOf(change.brandId)}</RowTh>
                    <Td>{labelOf(change.metricId)}</Td>
                    <Td>
                      <span className="block min-w-60">
                        <Said change={change} />
                      </span>
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </div>
        </details>
      )}
    </div>
  );
}

function Said({ change: { verdict, said } }: { change: Change }) {
  return (
    <span className={verdict.kind === "changed" ? "font-semibold" : "text-ink-soft"}>
      <Unbroken text={said} />
    </span>
  );
}
