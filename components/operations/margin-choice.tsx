import Link from "next/link";
import { Button, ButtonLink } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { TextField } from "@/components/ui/field";
import type { MarginReportDto } from "@/server/operations/contract";
import { monthAfter, monthWords, PAYERS } from "./margin-words";
import { type MarginChoice as Choice, marginPath } from "./operations-path";

/** Which month, whose money, and what a credit is taken to bring in. All of it stands in the address. */
export function MarginChoice({ report }: { report: MarginReportDto }) {
  const { month, payer, payers, creditUsd, assumedCreditUsd } = report;
  const kept: Choice = { month, payer, ...(creditUsd !== assumedCreditUsd && { creditUsd }) };
  const shown = payers.includes(payer) ? payers : [...payers, payer];
  return (
    <div className="mb-6 flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <nav aria-label="Month" className="flex flex-wrap gap-2">
          {[-1, 1].map((step) => {
            const other = monthAfter(month, step);
            return (
              <ButtonLink key={step} href={marginPath({ ...kept, month: other })} look="quiet" size="small">
                {step < 0 ? "← " : ""}
                {monthWords(other)}
                {step > 0 ? " →" : ""}
              </ButtonLink>
            );
          })}
        </nav>
        <form action={marginPath()} className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="month" value={month} />
          <input type="hidden" name="payer" value={payer} />
          <div className="w-44">
            <TextField
              key={creditUsd}
              label="Dollars a credit brings in"
              name="credit"
              type="number"
              inputMode="decimal"
              min={0}
              max={10}
              step="any"
              defaultValue={creditUsd}
            />
          </div>
          <Button type="submit" look="quiet">
            Compute
          </Button>
        </form>
      </div>
      {(shown.length > 1 || payer !== "platform") && (
        <nav aria-label="Whose money">
          <ul className="flex flex-wrap gap-2">
            {shown.map((each) => (
              <li key={each}>
                <Link
                  href={marginPath({ ...kept, payer: each })}
                  aria-current={each === payer ? "page" : undefined}
                  className={classNames(
                    "inline-flex min-h-9 items-center rounded-full border px-3.5 py-1 text-sm max-sm:min-h-11",
                    each === payer
                      ? "border-accent bg-accent-soft font-semibold text-accent"
                      : "border-line bg-surface text-ink-soft hover:border-line-strong hover:text-ink",
                  )}
                >
                  {PAYERS[each].label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
