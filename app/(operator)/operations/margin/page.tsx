import { Download } from "lucide-react";
import type { Metadata } from "next";
import { MarginChoice } from "@/components/operations/margin-choice";
import { MarginFigures } from "@/components/operations/margin-figures";
import { MarginNotes } from "@/components/operations/margin-notes";
import { MarginByDay, MarginByEngine } from "@/components/operations/margin-tables";
import { monthWords } from "@/components/operations/margin-words";
import { marginFilePath } from "@/components/operations/operations-path";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { readMarginChoice } from "@/server/operations/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Margin" };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What answers of a month cost us and brought in, by engine and by day, over all orgs. */
export default async function MarginPage({ searchParams }: Props) {
  const report = await (await api()).operations.margin(readMarginChoice(await searchParams));
  const { month, creditUsd } = report;
  return (
    <>
      <PageHeader
        title="Margin"
        detail={`What the answers of ${monthWords(month)} cost and brought in, over all orgs.`}
        actions={
          <ButtonLink
            href={marginFilePath({ month, creditUsd })}
            look="quiet"
            size="small"
            prefetch={false}
            download
          >
            <Download size={15} aria-hidden="true" />
            Export CSV
          </ButtonLink>
        }
      />
      <MarginChoice report={report} />
      {report.engines.length === 0 ? (
        <EmptyState title="No answer was counted">
          <p>No run that ended in {monthWords(month)} bought an answer this way.</p>
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          <MarginFigures report={report} />
          <MarginByEngine report={report} />
          <MarginByDay report={report} />
          <MarginNotes report={report} />
        </div>
      )}
    </>
  );
}
