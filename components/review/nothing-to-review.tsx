import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import { useToast } from "@/components/ui/toast";
import type { ProjectId } from "@/server/kernel/id";
import type { ReviewQueueDto } from "@/server/review/contract";

interface Props {
  readonly address: ProjectAddress;
  readonly projectId: ProjectId;
  readonly counts: ReviewQueueDto["counts"];
  readonly canReview: boolean;
}

/** An empty queue: what comes into it, and how to look through what is stored already. */
export function NothingToReview({ address, projectId, counts, canReview }: Props) {
  const router = useRouter();
  const say = useToast();
  const others = counts.threshold.waiting + counts.sample.waiting;
  const fill = useMutation(
    useApi().review.fill.mutationOptions({
      onSuccess: ({ added }) => {
        say({ title: added === 0 ? "Nothing new to review." : `${formatNumber(added)} items are queued.` });
        router.refresh();
      },
    }),
  );
  return (
    <>
      {fill.error && <ApiErrorNotice error={fill.error} />}
      <EmptyState
        title={others > 0 ? "Nothing waits for you" : "Nothing to review"}
        action={
          <>
            {canReview && (
              <Button
                look="quiet"
                busy={fill.isPending}
                onClick={() => fill.mutate({ org: address.org, projectId })}
              >
                {fill.isPending ? "Looking through answers…" : "Look through stored answers"}
              </Button>
            )}
            <ButtonLink href={projectPath(address, "answers")} look="plain">
              All answers
            </ButtonLink>
          </>
        }
      >
        <p>
          When a run has closed, what the extractor is unsure of comes here, and of some answers, drawn by
          chance, everything: that is how its precision and recall on your own answers are measured.
        </p>
        {others > 0 && (
          <p className="mt-2">
            {formatNumber(others)} more wait for somebody else: each drawn item takes two people, or you
            skipped them.
          </p>
        )}
      </EmptyState>
    </>
  );
}
