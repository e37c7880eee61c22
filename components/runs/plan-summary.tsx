import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import type { RunPlanDto } from "@/server/runs/contract";
import { count } from "./run-words";

interface Props {
  readonly plan: RunPlanDto;
  /** The numbers are of the choice before. */
  readonly stale: boolean;
  readonly onPrompts: (prompts: number) => void;
}

/** What a week of the plan costs and says. */
export function PlanSummary({ plan, stale, onPrompts }: Props) {
  const { creditsAWeek, creditsAMonth, asksAWeek, weeksLeft, branded, says, promptsForChange } = plan;
  return (
    <section
      aria-label="Plan"
      aria-busy={stale}
      className={`rounded-lg border border-line bg-sunken px-4 py-3.5 text-sm ${stale ? "opacity-60" : ""}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p>
          <span className="font-medium font-serif text-2xl tabular-nums">{formatNumber(creditsAWeek)}</span>{" "}
          {creditsAWeek === 1 ? "credit" : "credits"} a week for {count(asksAWeek, "ask")}
        </p>
        <p className="text-ink-soft tabular-nums">
          {formatNumber(creditsAMonth)} a month
          {weeksLeft !== null &&
            `, yours last ${weeksLeft === 0 ? "less than a week" : count(weeksLeft, "week")}`}
        </p>
      </div>
      {branded > 0 && (
        <p className="mt-1 text-ink-soft">
          With the panel’s {count(branded, "prompt")} that {branded === 1 ? "names" : "name"} a brand.
        </p>
      )}
      <h3 className="mt-3 font-medium">What it can tell, on each engine</h3>
      <ul className="flex flex-col gap-1 text-ink-soft" aria-live="polite">
        {says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-soft">
        {promptsForChange === null ? (
          "A change of 5 points needs more prompts than 200, or more answers."
        ) : (
          <>
            A change of 5 points takes {count(promptsForChange, "prompt")} at that many answers.
            <Button look="quiet" size="small" onClick={() => onPrompts(promptsForChange)}>
              Try {formatNumber(promptsForChange)}
            </Button>
          </>
        )}
      </p>
      <p className="mt-3 text-ink-faint text-xs">
        Found by simulating the intervals and the change test that your numbers go through, with answers to
        one prompt as alike as in the published calibration (ρ = 0.385).
      </p>
    </section>
  );
}
