"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import type { ProjectAddress } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { VirtualTable } from "@/components/ui/virtual-table";
import type { AnswerFilter, AnswerPage, AnswerRow } from "@/server/answers/contract";
import type { ProjectId } from "@/server/kernel/id";
import { answerColumns } from "./answer-columns";

interface Props {
  readonly address: ProjectAddress;
  readonly projectId: ProjectId;
  readonly ownBrand: string;
  readonly filter: AnswerFilter;
  /** Drawn on the server; the rest is loaded as one scrolls. */
  readonly firstPage: AnswerPage;
}

const rowKey = (row: AnswerRow) => row.answerId;

/** All answers that the filter matches, however many. */
export function AnswerTable({ address, projectId, ownBrand, filter, firstPage }: Props) {
  const { org, workspace, project } = address;
  const { rest, hasMore, loadMore } = useFurtherPages(org, projectId, filter, firstPage);
  const rows = useMemo(
    () => [...firstPage.rows, ...(rest.data?.pages.flatMap((page) => page.rows) ?? [])],
    [firstPage, rest.data],
  );
  const columns = useMemo(
    () => answerColumns({ org, workspace, project }, ownBrand),
    [org, workspace, project, ownBrand],
  );
  const total = Math.max(firstPage.first?.total ?? 0, rows.length);
  const uncounted = firstPage.first?.more === true && hasMore;
  return (
    <>
      <VirtualTable
        caption="Answers, newest first"
        {...{ columns, rows, rowKey, total }}
        busy={rest.isFetching}
        onNearEnd={rest.isError ? undefined : loadMore}
      />
      {rest.isError && (
        <div className="mt-3 flex flex-col items-start gap-3">
          <ApiErrorNotice error={rest.error} title="Further answers could not be loaded" />
          <Button look="quiet" size="small" onClick={loadMore}>
            Try again
          </Button>
        </div>
      )}
      <p className="mt-3 text-ink-faint text-sm tabular-nums">
        {rows.length < total || uncounted
          ? `${formatNumber(rows.length)} of ${uncounted ? "more than " : ""}${formatNumber(total)} loaded; more come as you scroll.`
          : `All ${formatNumber(total)} shown. Times are UTC.`}
      </p>
    </>
  );
}

/** The pages after the first, kept for the way back from an answer: under the key of where the first page ends. */
function useFurtherPages(org: string, projectId: ProjectId, filter: AnswerFilter, firstPage: AnswerPage) {
  const api = useApi();
  const options = api.answers.list.infiniteQueryOptions(
    { org, projectId, ...filter },
    { initialCursor: firstPage.next, getNextPageParam: ({ next }) => next },
  );
  const [path, key] = options.queryKey;
  const rest = useInfiniteQuery({
    ...options,
    queryKey: [path, { ...key, input: [key?.input, firstPage.next] }],
    enabled: false,
    structuralSharing: false,
  });
  const hasMore = rest.data === undefined ? firstPage.next !== null : rest.hasNextPage;
  const loadMore = () => {
    if (hasMore && !rest.isFetching) void rest.fetchNextPage();
  };
  return { rest, hasMore, loadMore };
}
