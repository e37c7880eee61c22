import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { RunQuoteDto } from "@/server/runs/contract";
import { RestingNotice } from "./resting-notice";
import { count } from "./run-words";

/** What the run will cost and what it can say. `stale`: the numbers are of the choice before. */
export function QuoteSummary({ quote, stale }: { quote: RunQuoteDto; stale: boolean }) {
  const { credits, asks, prompts, repeats, engines, available, availableAfter, payable, precision, resting } =
    quote;
  return (
    <section
      aria-label="Price"
      aria-busy={stale}
      className={`rounded-lg border border-line bg-sunken px-4 py-3.5 text-sm ${stale ? "opacity-60" : ""}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p>
          <span className="font-medium font-serif text-2xl tabular-nums">{formatNumber(credits)}</span>{" "}
          {credits === 1 ? "credit" : "credits"} for {count(asks, "ask")}
        </p>
        <p className="text-ink-soft tabular-nums">
          {payable
            ? `${formatNumber(availableAfter)} of ${formatNumber(available)} left after`
            : `${formatNumber(available)} available`}
        </p>
      </div>
      <p className="mt-1 text-ink-soft">
        {count(prompts, "prompt")} × {count(engines.length, "engine")} × {count(repeats, "repeat")}
        {engines.length > 1 &&
          `: ${engines.map((engine) => `${formatNumber(engine.credits)} for ${engine.label}`).join(", ")}`}
        . An ask that fails costs nothing.
      </p>
      <h3 className="mt-3 font-medium">What it can tell</h3>
      <p className="text-ink-soft">{precision}</p>
      <div className="mt-3 empty:hidden">
        <RestingNotice resting={resting} />
      </div>
      {!payable && (
        <div className="mt-3">
          <Notice tone="caution" title={`${count(-availableAfter, "credit")} missing`}>
            Choose fewer engines or repeats, or a smaller panel; or ask an owner to top up.
          </Notice>
        </div>
      )}
    </section>
  );
}
