import type { Metadata } from "next";
import { ExportLink } from "@/components/exports/export-link";
import { FilterBar } from "@/components/shell/filter-bar";
import { projectPath } from "@/components/shell/project-path";
import { NothingCited } from "@/components/sources/nothing-cited";
import { SourceFilters } from "@/components/sources/source-filters";
import { SourcePager } from "@/components/sources/source-pager";
import { sourceHref } from "@/components/sources/source-query";
import { ScopeLine } from "@/components/sources/source-scope";
import { SourceTable } from "@/components/sources/source-table";
import { PageHeader } from "@/components/ui/page-header";
import { readSourceCursor, readSourceFilter } from "@/server/sources/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Sources" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The domains that a window's answers cite, with what each gets of the citations. */
export default async function SourcesPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams]);
  const { org } = address;
  const filter = readSourceFilter(search);
  const cursor = readSourceCursor(search);
  const call = await api();
  const { projectId } = await call.projects.find(address);
  const [options, page] = await Promise.all([
    call.reports.filterOptions({ org, projectId }),
    call.sources.list({ org, projectId, ...filter, cursor }),
  ]);
  const { sort = "share", ...narrowing } = filter;
  const narrowed = Object.keys(narrowing).length > 0;
  const path = projectPath(address, "sources");
  const withFilter = (changes: Record<string, string>) => sourceHref(path, filter, changes);
  const { scope, rows } = page;
  const shown = scope && { window: scope.window.start, surface: scope.surface };
  return (
    <>
      <PageHeader
        title="Sources"
        detail="Which sites and pages the answers lean on, and how much of the citations each of them gets."
        actions={shown && <ExportLink address={address} table="sources" filter={{ ...filter, ...shown }} />}
      />
      {options.windows.length > 0 && (
        <FilterBar options={options} anyWindow="Newest window">
          <SourceFilters />
        </FilterBar>
      )}
      {scope && <ScopeLine scope={scope} surfaceHref={(surface) => withFilter({ surface })} />}
      {!scope || rows.length === 0 ? (
        <NothingCited address={address} narrowed={narrowed} />
      ) : (
        <SourceTable
          {...{ rows, scope, sort }}
          hrefOf={(domain) =>
            sourceHref(`${path}/${encodeURIComponent(domain)}`, filter, {
              window: scope.window.start,
              surface: scope.surface,
            })
          }
        />
      )}
      <SourcePager first={cursor === null ? null : withFilter({})} next={page.next} hrefOf={withFilter} />
    </>
  );
}
