import type { ProjectAddress } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatNumber } from "@/components/ui/format";
import type { ProjectId } from "@/server/kernel/id";
import { type ReviewQueueDto, ReviewReason } from "@/server/review/contract";
import { NothingToReview } from "./nothing-to-review";
import { REASON_WORDS } from "./review-words";

interface Props {
  readonly address: ProjectAddress;
  readonly projectId: ProjectId;
  readonly queue: ReviewQueueDto;
  readonly canReview: boolean;
  readonly onBegin: () => void;
  readonly busy: boolean;
}

/** What waits, and why; nothing is claimed before one begins. */
export function QueueStart({ address, projectId, queue, canReview, onBegin, busy }: Props) {
  const mine = ReviewReason.options.reduce((sum, reason) => sum + queue.counts[reason].mine, 0);
  if (mine === 0) return <NothingToReview {...{ address, projectId, canReview }} counts={queue.counts} />;
  return (
    <Card title={`${formatNumber(mine)} ${mine === 1 ? "item waits" : "items wait"} for you`}>
      <dl className="grid gap-4 sm:grid-cols-2">
        {ReviewReason.options.map((reason) => {
          const { waiting, decided } = queue.counts[reason];
          return (
            <div key={reason} className="rounded-lg border border-line px-4 py-3">
              <dt className="font-medium">{REASON_WORDS[reason].label}</dt>
              <dd className="text-ink-soft text-sm">
                <p className="tabular-nums">
                  {formatNumber(waiting)} waiting, {formatNumber(decided)} decided
                </p>
                <p className="mt-1 text-ink-faint">{REASON_WORDS[reason].about}</p>
              </dd>
            </div>
          );
        })}
      </dl>
      <div className="mt-5">
        {canReview ? (
          <Button busy={busy} onClick={onBegin}>
            {busy ? "Taking the first one…" : "Start reviewing"}
          </Button>
        ) : (
          <p className="text-ink-soft text-sm">
            Your role can look. Deciding takes a member, an admin or the owner.
          </p>
        )}
      </div>
    </Card>
  );
}
