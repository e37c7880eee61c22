"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { RecomputeProgress } from "@/server/recompute/contract";
import { ConfirmReading } from "./confirm-reading";
import type { ReadingProps } from "./reading-notice";
import { answersWord, isGoingOn, sayEnded } from "./reading-words";

/** How often a reading that goes on is looked at, in milliseconds. */
const EVERY = 1_000;

/** How many stored answers were read the old way, the offer to read them again, and how far that is. Nothing: nothing to say. */
export function ReadAgain({ org, projectId, status, canEdit }: ReadingProps) {
  const router = useRouter();
  const options = useApi().recompute.status.queryOptions({ org, projectId });
  const query = useQuery({
    ...options,
    initialData: status,
    refetchInterval: ({ state: { data } }) => (isGoingOn(data?.latest) ? EVERY : false),
  });
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: options.queryKey });
  const { stale, latest } = query.data;
  const goingOn = isGoingOn(latest);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (goingOn) setSeen(true);
    // The page's numbers are of before: they are made anew once it has ended.
    else if (seen) router.refresh();
  }, [goingOn, seen, router]);
  if (latest && goingOn) return <GoingOn {...{ org, projectId, latest, canEdit }} onDone={refresh} />;
  return (
    <>
      {latest && <Ended latest={latest} seen={seen} />}
      {(stale > 0 || latest?.state === "failed") && (
        <Notice
          tone="caution"
          title={stale > 0 ? `${answersWord(stale)} read the old way` : "Numbers of before"}
          action={canEdit && <ConfirmReading {...{ org, projectId, stale }} onDone={refresh} />}
        >
          {stale > 0
            ? "They were read with other names, sites or rules than there are now, so they may miss what you changed. New answers are read the new way."
            : "The answers were read again, but not every number was counted from them."}
        </Notice>
      )}
    </>
  );
}

function Ended({ latest, seen }: { latest: RecomputeProgress; seen: boolean }) {
  const said = sayEnded(latest);
  if (latest.state !== "failed" && latest.unread === 0 && !seen) return null;
  return (
    <Notice tone={said.tone} title={said.title}>
      {said.detail}
      {latest.unread > 0 && (
        <details className="mt-1">
          <summary className="cursor-pointer py-1 text-accent">
            {answersWord(latest.unread)} couldn’t be read again and keep what was read before
          </summary>
          <ul className="list-disc pl-5">
            {[...new Set(latest.unreadAnswers.map(({ reason }) => reason))].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}

function GoingOn({
  org,
  projectId,
  latest,
  canEdit,
  onDone,
}: Omit<ReadingProps, "status"> & { latest: RecomputeProgress; onDone: () => void }) {
  const stop = useMutation(useApi().recompute.cancel.mutationOptions({ onSettled: onDone }));
  const { state, stopped, done, total } = latest;
  const counting = state === "measuring";
  const title = counting
    ? "The numbers are being counted anew"
    : `${formatNumber(done)} of ${answersWord(total)} read again`;
  return (
    <Notice
      title={stopped ? "Stopping: the numbers are being counted" : title}
      action={
        canEdit &&
        !counting && (
          <Button
            look="quiet"
            size="small"
            busy={stop.isPending}
            onClick={() => stop.mutate({ org, projectId })}
          >
            Stop
          </Button>
        )
      }
    >
      <div className="mt-1.5 flex flex-col gap-1.5">
        <ProgressBar
          label="Answers read again"
          total={total}
          done={done}
          parts={[{ label: "read", value: done, tone: "good" }]}
        />
        <p>It costs nothing and goes on without you. Until it has ended, the numbers are those of before.</p>
        {stop.isError && <ApiErrorNotice error={stop.error} title="It was not stopped" />}
      </div>
    </Notice>
  );
}
