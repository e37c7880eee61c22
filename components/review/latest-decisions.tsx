import Link from "next/link";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/format";
import type { ReviewItemId } from "@/server/kernel/id";
import type { DecisionDto } from "@/server/review/contract";
import { decisionWords } from "./review-words";

interface Props {
  readonly address: ProjectAddress;
  readonly latest: readonly DecisionDto[];
  /** Left out: this person may not. */
  readonly onUndo?: ((itemId: ReviewItemId) => void) | undefined;
  readonly busy: boolean;
}

/** What was decided last, by whom, and the way back. */
export function LatestDecisions({ address, latest, onUndo, busy }: Props) {
  if (latest.length === 0) return null;
  return (
    <Card title="Latest decisions" detail="Numbers that they change are measured again within a few minutes.">
      <ul className="-my-3">
        {latest.map((decision) => (
          <li
            key={decision.itemId}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line py-3 not-first:border-t"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p className="wrap-anywhere">
                <Link
                  href={projectPath(address, "answers", decision.answerId)}
                  className="underline decoration-line-strong underline-offset-4 hover:decoration-ink"
                >
                  {decisionWords(decision)}
                </Link>
              </p>
              <p className="text-ink-faint text-sm">
                {decision.mine ? "by you" : "by somebody else"}, {formatMoment(decision.decidedAt)} UTC
              </p>
              {decision.note && <p className="wrap-anywhere mt-1 text-ink-soft text-sm">{decision.note}</p>}
            </div>
            {onUndo && (
              <Button look="quiet" size="small" disabled={busy} onClick={() => onUndo(decision.itemId)}>
                Undo <span className="sr-only">{decisionWords(decision)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
