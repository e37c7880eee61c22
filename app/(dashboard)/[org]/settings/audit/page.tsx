import { TRPCError } from "@trpc/server";
import { Download } from "lucide-react";
import type { Metadata } from "next";
import { AuditFilters } from "@/components/audit-log/audit-filters";
import { AuditList } from "@/components/audit-log/audit-list";
import { AuditPager } from "@/components/audit-log/audit-pager";
import { auditFilePath, auditPath } from "@/components/audit-log/audit-path";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { AuditPlace, readAuditFilter } from "@/server/audit-log/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Audit log" };

interface Props {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who did what in the org. Who may not see it reads why. */
export default async function AuditPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const filter = readAuditFilter(query);
  const after = AuditPlace.safeParse(query.after).data;
  const call = await api();
  const page = await call.audit.list({ org, ...filter, ...(after && { after }) }).catch(refusalWords);
  if (typeof page === "string")
    return (
      <>
        <PageHeader title="Audit log" />
        <EmptyState title="Not for your role">{page}</EmptyState>
      </>
    );
  const { rows, next, actors, actions } = page;
  return (
    <>
      <PageHeader
        title="Audit log"
        detail="Who did what, the newest first. Nobody can change it. Times are in UTC."
        actions={
          <ButtonLink href={auditFilePath(org, filter)} look="quiet" size="small" prefetch={false} download>
            <Download size={15} aria-hidden="true" />
            Export CSV
          </ButtonLink>
        }
      />
      <AuditFilters actors={actors} actions={actions} />
      {rows.length === 0 ? (
        <NoRows all={auditPath(org, {})} isFiltered={Object.keys(filter).length > 0 || after !== undefined} />
      ) : (
        <AuditList rows={rows} />
      )}
      <AuditPager
        first={after === undefined ? null : auditPath(org, filter)}
        next={next === null ? null : auditPath(org, filter, next)}
      />
    </>
  );
}

function NoRows({ all, isFiltered }: { all: string; isFiltered: boolean }) {
  if (!isFiltered)
    return (
      <EmptyState title="Nothing was done yet">
        Every change stands here from the moment it is made: who made it, and what it was before.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Nothing matches"
      action={
        <ButtonLink href={all} look="quiet" size="small">
          Show everything
        </ButtonLink>
      }
    >
      Nobody did that in those days.
    </EmptyState>
  );
}

/** The words of a role that is too low; everything else is thrown on. */
function refusalWords(error: unknown): string {
  if (error instanceof TRPCError && error.code === "FORBIDDEN") return error.message;
  throw error;
}
