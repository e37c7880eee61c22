"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useApi } from "@/components/api/use-api";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RunPageDto } from "@/server/runs/contract";
import { CancelRun } from "./cancel-run";
import { RetryRun } from "./retry-run";
import { RunEngines } from "./run-engines";
import { RunFailures } from "./run-failures";
import { RunHeader } from "./run-header";
import { RunNotices } from "./run-notices";
import { RunProgress } from "./run-progress";
import { announcement, isCancelling } from "./run-words";

const POLL_MS = 1_000;
/** Credits arrive by a person's hand. */
const POLL_WAITING_MS = 5_000;

interface Props {
  readonly address: ProjectAddress;
  readonly projectId: string;
  /** As the server saw it when it drew the page. */
  readonly initial: RunPageDto;
}

/** A run as it goes on: read every second until it has ended. */
export function RunLive({ address, projectId, initial }: Props) {
  const { run, failing, changed } = useLiveRun(address.org, projectId, initial);
  const answers = `${projectPath(address, "answers")}?run=${run.runId}`;
  const mayCancel = run.mayChange && !run.ended && run.state !== "closing" && !isCancelling(run);
  return (
    <>
      <RunHeader
        run={run}
        actions={
          <>
            {run.asks.answered > 0 && (
              <ButtonLink href={answers} look="quiet" size="small">
                See its answers
              </ButtonLink>
            )}
            {mayCancel && <CancelRun org={address.org} run={run} onDone={changed} />}
          </>
        }
      />
      <p className="sr-only" role="status">
        {announcement(run)}
      </p>
      <div className="flex flex-col gap-5">
        {failing && (
          <Notice tone="caution" title="The state of the run could not be read">
            What stands here may be old. It is tried again by itself.
          </Notice>
        )}
        <RunNotices address={address} run={run} />
        <RunProgress run={run} />
        {run.failures.length > 0 && (
          <RunFailures
            run={run}
            action={
              run.retry && run.mayChange && <RetryRun address={address} run={run} onRefused={changed} />
            }
          />
        )}
        {run.engines.length > 0 && <RunEngines org={address.org} run={run} />}
      </div>
    </>
  );
}

/** `changed` reads it at once, and the rest of the page with it: the credits in the frame, above all. */
function useLiveRun(org: string, projectId: string, initial: RunPageDto) {
  const router = useRouter();
  const query = useQuery(
    useApi().runs.page.queryOptions(
      { org, projectId, runId: initial.runId },
      {
        enabled: !initial.ended,
        refetchInterval: ({ state: { data = initial } }) => {
          if (data.ended) return false;
          return data.state === "waiting_for_credits" ? POLL_WAITING_MS : POLL_MS;
        },
        // What an earlier visit saw must not stand above what the server has just drawn.
        gcTime: 0,
      },
    ),
  );
  // A run that has ended never opens again: drawn so by the server, it is newer than whatever was read before.
  const run: RunPageDto = initial.ended ? initial : (query.data ?? initial);
  const moneyMoved = `${run.ended} ${run.credits.reserved}`;
  const seen = useRef(moneyMoved);
  useEffect(() => {
    if (seen.current === moneyMoved) return;
    seen.current = moneyMoved;
    router.refresh();
  }, [moneyMoved, router]);
  const changed = () => {
    void query.refetch();
    router.refresh();
  };
  return { run, failing: query.isError && !run.ended, changed };
}
