import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { AnalysisDto } from "@/server/analysis/contract";
import { tokenWords } from "./task-words";

/** How much of this month's tokens is used, and what happens when they are. */
export function TokenCard({ tokens }: Pick<AnalysisDto, "tokens">) {
  const { allowance, used, held } = tokens;
  const shown = Math.min(used, allowance);
  return (
    <Card
      title="Tokens of this month"
      detail="Your plan’s share of the model. Analysis costs no credits. The count starts again with each month (UTC)."
    >
      <ProgressBar
        label="Tokens used"
        total={allowance}
        done={shown}
        parts={[
          { label: "used", value: shown, tone: "good" },
          { label: "under way", value: Math.min(held, allowance - shown), tone: "active" },
        ]}
      />
      <p className="mt-3 max-w-prose text-ink-soft text-sm tabular-nums">{tokenWords(tokens)}</p>
      {used >= allowance && (
        <div className="mt-4">
          <Notice tone="caution" title="This month’s tokens are used up">
            The rules answer until the month is over. What was judged before keeps its judgement.
          </Notice>
        </div>
      )}
    </Card>
  );
}
