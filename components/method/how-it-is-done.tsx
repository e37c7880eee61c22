import { Card } from "@/components/ui/card";
import type { FalseAlarms } from "@/server/reports/contract";

/** What was done, step by step, and what it doesn't show. */
export function HowItIsDone({ rules: { significance, threshold, method } }: Pick<FalseAlarms, "rules">) {
  const [percent, points] = [significance, threshold].map((share) => Math.round(share * 100));
  return (
    <Card title="What was done">
      <ol className="flex max-w-prose list-decimal flex-col gap-2 pl-5 text-sm">
        <li>
          Your newest weeks were taken, up to twelve, with all answers of each engine. Real answers and
          made-up ones stay apart.
        </li>
        <li>
          Each two of them were cut in two halves: the first, third, fifth … day, and the days between. Both
          have the same prompts, the same engine and the same time, and each is as large as a week.
        </li>
        <li>
          Presence and citation rate of every brand were compared by the code that tests a week against the
          one before (method {method}): all comparisons of a fortnight together, a change from {percent} % on.
        </li>
        <li>
          Comparisons of one fortnight of an engine have answers in common, so they count as one cluster: the
          interval is as wide as that many clusters allow.
        </li>
        <li>For contrast, differences of {points} points or more were counted without any test.</li>
      </ol>
      <p className="mt-4 max-w-prose text-ink-faint text-sm">
        A change that really happened in the middle of a fortnight is in both halves and isn’t seen here, as
        it should be. How many real changes the test finds is another question: the planner answers it for
        your panel.
      </p>
    </Card>
  );
}
