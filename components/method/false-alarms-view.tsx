import Link from "next/link";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import type { FalseAlarms } from "@/server/reports/contract";
import { AlarmFigures } from "./alarm-figures";
import { AlarmTable } from "./alarm-table";
import { comparisons, controlWords, refusalWords } from "./alarm-words";
import { HowItIsDone } from "./how-it-is-done";

/** How far the change test and the matcher can be trusted on a project's own answers. */
export function FalseAlarmsView({ check, address }: { check: FalseAlarms; address: ProjectAddress }) {
  const { total, windows } = check;
  if (windows.length === 0) return <NothingYet address={address} />;
  const weeks = `${formatNumber(windows.length)} ${windows.length === 1 ? "week" : "weeks"}`;
  return (
    <div className="flex flex-col gap-6">
      {total.tested === 0 ? (
        <TooLittle check={check} weeks={weeks} />
      ) : (
        <section aria-labelledby="alarms" className="rounded-xl border border-line bg-surface p-4 sm:p-6">
          <h2 id="alarms" className="font-medium font-serif text-2xl tracking-tight">
            {formatNumber(total.changed.count)} {total.changed.count === 1 ? "false alarm" : "false alarms"}{" "}
            in {comparisons(total.tested)}
          </h2>
          <p className="mt-1.5 mb-6 max-w-prose text-ink-soft">
            We took your last {weeks}, held every other day against the days between, and asked the test what
            changed. Nothing did: what it finds here, it would find in a week in which nothing happened, too.
          </p>
          <AlarmFigures check={check} />
        </section>
      )}
      <Card title="Brands that don’t exist">
        <p className="max-w-prose text-ink-soft text-sm">
          {total.controls.answers === 0 ? (
            "Every answer that is read from now on is also searched for a few made-up names. What is found of them is the matcher’s own error; the first run will show it here."
          ) : (
            <>
              A few made-up names are looked for in every answer, as your brand is. One was found in{" "}
              <strong className="font-semibold text-ink tabular-nums">{controlWords(total.controls)}</strong>.
              No engine can mean them, so that is how often the matcher sees a brand that isn’t there, at the
              least.
            </>
          )}
        </p>
      </Card>
      <section aria-label="By engine">
        <h2 className="mb-3 font-semibold text-lg">By engine</h2>
        <AlarmTable check={check} />
        <NotTested check={check} />
      </section>
      <HowItIsDone rules={check.rules} />
      <p className="text-sm">
        <Link href="/methodology" className="text-accent underline underline-offset-4">
          The whole method
        </Link>
        , with what it measured on simulated markets.
      </p>
    </div>
  );
}

function NotTested({ check: { total } }: { check: FalseAlarms }) {
  const reasons = refusalWords(total);
  if (reasons.length === 0 && total.alike === 0) return null;
  return (
    <div className="mt-3 max-w-prose text-ink-faint text-sm">
      {reasons.length > 0 && (
        <>
          <p>Not tested, and in none of these numbers:</p>
          <ul className="mt-1 list-disc pl-5">
            {reasons.map((reason) => (
              <li key={reason}>{reason}.</li>
            ))}
          </ul>
        </>
      )}
      {total.alike > 0 && (
        <p className="mt-2">
          Left out as well: {comparisons(total.alike)} in which all answers were alike, such as a rival that
          nobody names. They can’t raise an alarm and would only flatter the share.
        </p>
      )}
    </div>
  );
}

function NothingYet({ address }: { address: ProjectAddress }) {
  return (
    <EmptyState
      title="No weeks to check yet"
      action={<ButtonLink href={projectPath(address, "runs")}>Start a run</ButtonLink>}
    >
      <p>
        Here stands how often CiteStreak would report a change where there is none, tried on your own answers.
        It fills by itself with the first weeks of a panel that is asked every day.
      </p>
    </EmptyState>
  );
}

function TooLittle({ check, weeks }: { check: FalseAlarms; weeks: string }) {
  return (
    <EmptyState title="Too little to check yet">
      <p>
        The last {weeks} have too few answers to be cut in two. This fills by itself as soon as each half has
        50 answers to one engine’s prompts: ten prompts asked once a day for ten days of a fortnight, or 25
        prompts for four days.
      </p>
      <ul className="mt-3 list-disc pl-5 text-sm">
        {refusalWords(check.total).map((reason) => (
          <li key={reason}>{reason}.</li>
        ))}
      </ul>
    </EmptyState>
  );
}
