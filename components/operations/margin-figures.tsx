import { formatDollars, formatNumber } from "@/components/ui/format";
import type { MarginReportDto } from "@/server/operations/contract";
import { percentWords } from "./margin-words";

/** The month in three numbers. */
export function MarginFigures({ report: { total } }: { report: MarginReportDto }) {
  const figures = [
    {
      term: "Revenue",
      value: formatDollars(total.revenueMicros),
      detail: `${formatNumber(total.credits)} credits`,
    },
    {
      term: "Cost",
      value: formatDollars(total.costMicros),
      detail: `${formatNumber(total.answers)} answers`,
    },
    { term: "Margin", value: formatDollars(total.marginMicros), detail: percentWords(total.marginShare) },
  ];
  return (
    <dl className="grid gap-3 sm:grid-cols-3">
      {figures.map(({ term, value, detail }) => (
        <div
          key={term}
          className="rounded-xl border border-line bg-surface px-5 py-4 max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:py-3"
        >
          <dt className="text-ink-faint text-sm">{term}</dt>
          <dd className="max-sm:text-right">
            <span className="block font-medium font-serif text-2xl tabular-nums sm:text-3xl">{value}</span>
            <span className="text-ink-soft text-sm tabular-nums">{detail}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
