"use client";

import { formatDay, formatNumber } from "@/components/ui/format";
import { Popover } from "@/components/ui/popover";
import type { BalanceDto } from "@/server/credits/contract";

/** What the org can still spend, and from which lots, in the order in which they are spent. */
export function CreditsMeter({ available, balance, lots }: BalanceDto) {
  return (
    <Popover
      title="Credits"
      trigger={
        <button
          type="button"
          className="flex w-full cursor-pointer items-baseline justify-between gap-3 rounded-lg border border-line bg-surface px-3 py-2 text-sm hover:border-line-strong"
        >
          <span className="text-ink-soft">Credits</span>
          <span className="font-semibold tabular-nums">{formatNumber(available)}</span>
        </button>
      }
    >
      <p className="text-ink-soft">
        {formatNumber(available)} can be reserved for new runs
        {balance === available ? "." : `; the balance is ${formatNumber(balance)}.`} A run reserves its price
        before its first question, and gets back what its answers did not cost.
      </p>
      <ul className="mt-3 flex flex-col divide-y divide-line border-line border-t">
        {lots.map(({ lotId, source, remainder, expiresAt }) => (
          <li key={lotId} className="flex justify-between gap-4 py-2 tabular-nums">
            <span className="text-ink-soft">
              {source === "topup" ? "Top-up" : source === "grant" ? "Grant" : "Adjustment"},{" "}
              {expiresAt ? `until ${formatDay(expiresAt)}` : "never expires"}
            </span>
            <span>{formatNumber(remainder)}</span>
          </li>
        ))}
        {lots.length === 0 && <li className="py-2 text-ink-soft">No credits left.</li>}
      </ul>
    </Popover>
  );
}
