"use client";

import { StripMark } from "@/components/ui/interval-strip";
import { Popover } from "@/components/ui/popover";

const TERMS = [
  {
    mark: "inner",
    term: "Panel interval",
    short: "these prompts (panel)",
    means:
      "Where the rate for exactly these prompts lies, with 95 % confidence: an engine doesn’t answer the same question the same way twice. More repeats make it narrower.",
  },
  {
    mark: "outer",
    term: "Market interval",
    short: "prompts like these (market)",
    means:
      "Where the rate for all the questions that people could ask like these lies, with 95 % confidence: another set of prompts would give another number. Only more prompts make it narrower. This is the one to speak of the market with.",
  },
  {
    mark: "reach",
    term: "Bound",
    short: "bound of a small sample",
    means:
      "Under 10 prompts or 50 answers no level is claimed: the counts are shown, and the line reaches as far as the rate may.",
  },
] as const;

/** What the marks of the charts mean, with the long answer a press away. */
export function IntervalLegend({ reach }: { reach: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-ink-soft text-sm">
      {TERMS.filter(({ mark }) => mark !== "reach" || reach).map(({ mark, short }) => (
        <span key={mark} className="flex items-center gap-2">
          <StripMark mark={mark} />
          {short}
        </span>
      ))}
      <Popover
        title="Two intervals, and why"
        trigger={
          <button
            type="button"
            className="-my-1 cursor-pointer rounded-md py-1 text-accent underline decoration-1 underline-offset-4 hover:text-ink max-sm:min-h-11"
          >
            What are these?
          </button>
        }
      >
        <dl className="flex flex-col gap-3">
          {TERMS.map(({ mark, term, means }) => (
            <div key={mark}>
              <dt className="flex items-center gap-2 font-medium">
                <StripMark mark={mark} />
                {term}
              </dt>
              <dd className="mt-0.5 text-ink-soft">{means}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-ink-soft">
          Both are 95 % intervals. Two that overlap do not show a difference; whether two windows differ needs
          a test of its own.
        </p>
      </Popover>
    </div>
  );
}
