"use client";

import { useEffect, useRef } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import type { ProjectAddress } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import type { ProjectId } from "@/server/kernel/id";
import type { ReviewQueueDto } from "@/server/review/contract";
import { AliasOffer } from "./alias-offer";
import { ItemOnDesk } from "./item-on-desk";
import { LatestDecisions } from "./latest-decisions";
import { NothingToReview } from "./nothing-to-review";
import { QueueStart } from "./queue-start";
import { useReviewDesk } from "./use-review-desk";

interface Props {
  readonly address: ProjectAddress;
  readonly projectId: ProjectId;
  readonly queue: ReviewQueueDto;
  readonly canReview: boolean;
}

/** The queue as one works it off: an item, its answers by button or key, and what was decided last. */
export function ReviewDesk({ address, projectId, queue, canReview }: Props) {
  const desk = useReviewDesk({ org: address.org, projectId });
  const { item, last, error, lost, busy, next } = desk;
  const root = useRef<HTMLDivElement>(null);
  // With the last item the focus would be lost.
  useEffect(() => {
    if (item === null) root.current?.focus();
  }, [item]);
  const place = { address, projectId, canReview };
  return (
    <div ref={root} tabIndex={-1} className="flex flex-col gap-6 outline-none">
      {error && <ApiErrorNotice error={error} />}
      {lost && (
        <div>
          <Button look="quiet" busy={busy} onClick={next}>
            Take the next item
          </Button>
        </div>
      )}
      {item ? (
        <ItemOnDesk key={item.itemId} item={item} desk={desk} />
      ) : item === null ? (
        <NothingToReview {...place} counts={queue.counts} />
      ) : (
        <QueueStart {...place} queue={queue} onBegin={next} busy={busy} />
      )}
      {last && <AliasOffer address={address} last={last} />}
      <LatestDecisions
        address={address}
        latest={queue.latest}
        onUndo={canReview ? desk.takeBack : undefined}
        busy={busy}
      />
    </div>
  );
}
