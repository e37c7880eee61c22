import type { Metadata } from "next";
import { AnswerFilters } from "@/components/answers/answer-filters";
import { AnswerTable } from "@/components/answers/answer-table";
import { AnswersSummary } from "@/components/answers/answers-summary";
import { NoAnswers } from "@/components/answers/no-answers";
import { ExportLink } from "@/components/exports/export-link";
import { FilterBar } from "@/components/shell/filter-bar";
import { projectPath } from "@/components/shell/project-path";
import { PageHeader } from "@/components/ui/page-header";
import { readAnswerFilter } from "@/server/answers/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Answers" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every answer of the project, newest first, with its filters. */
export default async function AnswersPage({ params, searchParams }: Props) {
  const address = await params;
  const { org } = address;
  const filter = readAnswerFilter(await searchParams);
  const call = await api();
  const { projectId, brands } = await call.projects.find(address);
  const [options, firstPage] = await Promise.all([
    call.reports.filterOptions({ org, projectId }),
    call.answers.list({ org, projectId, ...filter }),
  ]);
  const narrowed = Object.keys(filter).length > 0;
  const none = firstPage.rows.length === 0;
  return (
    <>
      <PageHeader
        title="Answers"
        detail="What the engines said, word for word, and what was read out of it."
        actions={!none && <ExportLink address={address} table="answers" filter={filter} />}
      />
      {(narrowed || !none) && (
        <FilterBar options={options} anyWindow="All windows">
          <AnswerFilters brands={brands} />
        </FilterBar>
      )}
      {firstPage.first && (narrowed || !none) && (
        <AnswersSummary path={projectPath(address, "answers")} filter={filter} first={firstPage.first} />
      )}
      {none ? (
        <NoAnswers address={address} narrowed={narrowed} />
      ) : (
        <AnswerTable
          key={JSON.stringify(filter)}
          ownBrand={brands.find(({ own }) => own)?.name ?? "Own brand"}
          {...{ address, projectId, filter, firstPage }}
        />
      )}
    </>
  );
}
