import type { Metadata } from "next";
import Link from "next/link";
import { CheckSettingDialog } from "@/components/facts/check-setting-dialog";
import { factsPath } from "@/components/facts/facts-path";
import { NothingSaid } from "@/components/facts/nothing-said";
import { SaidCounts } from "@/components/facts/said-counts";
import { SaidFilters } from "@/components/facts/said-filters";
import { SaidPager } from "@/components/facts/said-pager";
import { StatementItem } from "@/components/facts/statement-item";
import { projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { readStatementFilter } from "@/server/facts/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Statements" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What answers say of the own brand, held against its facts: wrong statements first. */
export default async function StatementsPage({ params, searchParams }: Props) {
  const address = await params;
  const { org } = address;
  const filter = readStatementFilter(await searchParams);
  const call = await api();
  const [{ projectId }, me] = await Promise.all([call.projects.find(address), call.me.get()]);
  const said = await call.facts.statements({ org, projectId, ...filter });
  const canEdit = me.orgs.some(({ slug, role }) => slug === org && role !== "viewer");
  const { page: _page, ...narrowing } = filter;
  const narrowed = Object.values(narrowing).some((value) => value !== undefined);
  const none = said.engines.length === 0;
  return (
    <>
      <PageHeader
        title="Statements"
        detail={`What answers say of ${said.brand.name}, held against the facts that you keep.`}
        actions={
          <>
            <ButtonLink href={factsPath(address, said.brand.brandId)} look="quiet" size="small">
              Facts ({formatNumber(said.facts)})
            </ButtonLink>
            {canEdit && <CheckSettingDialog {...{ org, projectId }} setting={said.setting} />}
          </>
        }
      />
      {none ? (
        <NothingSaid address={address} said={said} />
      ) : (
        <div className="flex flex-col gap-6">
          <SaidCounts said={said} />
          <section aria-label="List of statements">
            <SaidFilters engines={said.engines} />
            <p role="status" className="mb-3 font-medium text-sm tabular-nums">
              {formatNumber(said.total)} {said.total === 1 ? "statement" : "statements"}
              {narrowed && (said.total === 1 ? " matches" : " match")}
            </p>
            {said.statements.length === 0 ? (
              <p className="rounded-xl border border-line border-dashed px-6 py-8 text-ink-soft">
                No statement is like that.{" "}
                <Link
                  href={projectPath(address, "said")}
                  className="text-accent underline underline-offset-4"
                >
                  Clear the filter
                </Link>
              </p>
            ) : (
              <ul className="rounded-xl border border-line bg-surface">
                {said.statements.map((statement) => (
                  <StatementItem
                    key={`${statement.answerId} ${statement.start}`}
                    statement={statement}
                    href={projectPath(address, "answers", statement.answerId)}
                    from={statement}
                  />
                ))}
              </ul>
            )}
            <SaidPager path={projectPath(address, "said")} filter={filter} said={said} />
          </section>
        </div>
      )}
    </>
  );
}
