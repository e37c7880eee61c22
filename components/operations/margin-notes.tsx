import { Card } from "@/components/ui/card";
import type { MarginReportDto } from "@/server/operations/contract";
import { PAYERS } from "./margin-words";

/** What the numbers stand on, and what they leave out. */
export function MarginNotes({ report: { payer, creditUsd } }: { report: MarginReportDto }) {
  return (
    <Card title="How it is computed">
      <ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-5 text-ink-soft text-sm">
        <li>{PAYERS[payer].meaning}</li>
        <li>
          Revenue assumes that a credit brings in ${creditUsd}. What was paid for credits, and credits that
          expire unused, are not in it.
        </li>
        <li>
          Cost is what each answer says it used, at the vendors’ list prices. A call that doesn’t say, or was
          lost, counts with the estimate of its price version.
        </li>
        <li>“Expected at most” is that estimate for every answer: so much is held before each call.</li>
        <li>
          A run is counted when it ends, each answer under its UTC day, at the prices the run was priced with.
        </li>
      </ul>
    </Card>
  );
}
