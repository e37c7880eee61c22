import type { ReactNode } from "react";
import { Provenance } from "@/components/provenance/provenance";
import type { FalseAlarms } from "@/server/reports/contract";
import { alarmNote } from "./alarm-note";
import { fortnights, shareWords, verdictWords } from "./alarm-words";

/** The three ways to look at the same comparisons: ours first, then each by itself, then the difference alone. */
export function AlarmFigures({ check }: { check: FalseAlarms }) {
  const { total, rules } = check;
  const points = Math.round(rules.threshold * 100);
  const allowed = Math.round(rules.significance * 100);
  return (
    <dl className="grid gap-x-8 gap-y-6 lg:grid-cols-3">
      <Figure check={check} rule="changed" label="CiteStreak would have reported a change" strong>
        {verdictWords(total, rules.significance)}
      </Figure>
      <Figure check={check} rule="significant" label="The test, each comparison by itself">
        Here {allowed} in 100 are expected by chance. Judging all comparisons of a page together takes most of
        them away.
      </Figure>
      <Figure check={check} rule="apart" label={`The two halves are ${points} points apart or more`}>
        A tool that alerts on the difference alone would have reported these. It was chance.
      </Figure>
    </dl>
  );
}

function Figure({
  check,
  rule,
  label,
  strong = false,
  children,
}: {
  check: FalseAlarms;
  rule: "changed" | "significant" | "apart";
  label: string;
  strong?: boolean;
  children: ReactNode;
}) {
  const { value, interval } = shareWords(check.total[rule], check.total);
  return (
    <div className="border-line border-t pt-4">
      <dt className="text-sm">{label}</dt>
      <dd className="mt-1.5">
        <span className="block tabular-nums">
          <Provenance note={alarmNote(rule, check.total, "all engines", check)}>
            <span
              className={`font-medium font-serif tracking-tight ${strong ? "text-4xl text-accent" : "text-3xl"} leading-none`}
            >
              {value}
            </span>
          </Provenance>
          {interval && (
            <span className="mt-1 block text-ink-faint text-xs">
              {interval}, from {fortnights(check.total.clusters)}
            </span>
          )}
        </span>
        <p className="mt-2 text-ink-soft text-sm">{children}</p>
      </dd>
    </div>
  );
}
