import { Card } from "@/components/ui/card";
import { formatNumber } from "@/components/ui/format";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { AskCounts, RunPageDto } from "@/server/runs/contract";
import { count, isCancelling, timeLeftWords } from "./run-words";

/** How far the run is, and what became of its credits. */
export function RunProgress({ run }: { run: RunPageDto }) {
  const { asks, progress, kind } = run;
  const { ended, total } = progress;
  const noun = kind === "import" ? "capture" : "ask";
  return (
    <Card title="Progress" detail={<Standing run={run} />}>
      <ProgressBar
        label={`Ended ${noun}s`}
        total={total}
        done={ended}
        parts={[
          { label: "Answered", value: asks.answered, tone: "good" },
          { label: "Failed or orphaned", value: asks.failed + asks.orphaned, tone: "bad" },
          { label: "Cancelled", value: asks.cancelled, tone: "muted" },
          { label: "Claimed", value: asks.claimed, tone: "active" },
        ]}
      />
      <p className="mt-2.5 flex flex-wrap justify-between gap-x-4 text-sm tabular-nums">
        <span>
          {formatNumber(ended)} of {count(total, noun)} ended
          {ended > 0 && <span className="text-ink-faint">: {endedWords(asks)}</span>}
        </span>
        <span className="text-ink-faint">{timeLeft(run)}</span>
      </p>
      {kind === "ask" && <Credits run={run} />}
    </Card>
  );
}

/** "238 answered, 42 failed": the colours of the bar in words. */
function endedWords({ answered, failed, orphaned, cancelled }: AskCounts): string {
  const parts = [
    [answered, "answered"],
    [failed, "failed"],
    [orphaned, "orphaned"],
    [cancelled, "cancelled"],
  ] as const;
  return parts.flatMap(([n, word]) => (n > 0 ? [`${formatNumber(n)} ${word}`] : [])).join(", ");
}

function timeLeft({ state, progress, asks }: RunPageDto): string {
  if (state !== "asking") return "";
  if (progress.secondsLeft !== null) return timeLeftWords(progress.secondsLeft);
  return asks.planned + asks.claimed === 0 ? "closing soon" : "time left not known yet";
}

function Standing({ run }: { run: RunPageDto }) {
  if (isCancelling(run)) return "Nothing more is asked. The calls in flight are finishing.";
  switch (run.state) {
    case "requested":
      return "The credits are being reserved; nothing is asked before that.";
    case "waiting_for_credits":
      return "Nothing is asked before the whole price is reserved.";
    case "asking":
      return run.kind === "import" ? "The captures are being recorded." : "The engines are being asked.";
    case "closing":
      return "Every ask has ended. Credits go back and the metrics are computed.";
    case "complete":
      return "Every ask was answered.";
    case "partial":
      return "Some asks were answered, others not: completion tells how much is missing.";
    case "failed":
      return "No ask was answered.";
    case "cancelled":
      return "Somebody cancelled it: what was answered before stays.";
  }
}

/** Once a run has closed, reserved = settled + released. */
function Credits({ run: { credits, priceCredits, ended } }: { run: RunPageDto }) {
  const held = credits.reserved - credits.settled - credits.released;
  const parts = [
    ["Price", priceCredits, "credits, if every ask is answered"],
    ["Reserved", credits.reserved, credits.reserved === 0 ? "not yet" : "set aside for this run"],
    ["Settled", credits.settled, "paid for answers"],
    ended
      ? (["Released", credits.released, "given back"] as const)
      : (["Still held", held, "yet to be settled or given back"] as const),
  ] as const;
  return (
    <dl
      aria-label="Credits"
      className="mt-5 grid grid-cols-2 gap-x-4 gap-y-4 border-line border-t pt-4 sm:grid-cols-4"
    >
      {parts.map(([label, value, meaning]) => (
        <div key={label} className="min-w-0">
          <dt className="text-ink-soft text-sm">{label}</dt>
          <dd className="font-medium font-serif text-2xl tabular-nums leading-tight">
            {formatNumber(value)}
          </dd>
          <dd className="text-ink-faint text-xs">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
