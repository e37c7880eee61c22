import type { Methodology } from "@/server/methodology/contract";
import { Formula } from "./rules";

type Facts = Methodology["metrics"][number];

const UNITS: Readonly<Record<Facts["unit"], string>> = {
  percent: "percent",
  index: "index, 0 to 1",
  rank: "place in a list",
};
const BETTER: Readonly<Record<Facts["better"], string>> = {
  higher: "higher is better",
  lower: "lower is better",
  neither: "neither way is better",
};

/** Every metric of the registry: what it says, its formula, and what it is counted out of. */
export function MetricList({ metrics }: { metrics: readonly Facts[] }) {
  return (
    <div className="flex flex-col gap-8">
      {metrics.map(({ id, label, description, formula, denominator, unit, better, scope }) => (
        <article key={id} id={id} className="min-w-0 scroll-mt-6">
          <header className="flex flex-wrap items-baseline gap-x-3">
            <h3 className="font-semibold text-lg">
              <a href={`#${id}`} className="hover:text-accent">
                {label}
              </a>
            </h3>
            <p className="text-ink-faint text-sm">
              of {scope === "brand" ? "a brand" : "an engine"} · {UNITS[unit]} · {BETTER[better]}
            </p>
          </header>
          <p className="mt-1 text-ink-soft">{description}</p>
          <Formula text={formula} />
          <p className="mt-2 text-ink-faint text-sm">Counted out of: {denominator}.</p>
        </article>
      ))}
    </div>
  );
}
