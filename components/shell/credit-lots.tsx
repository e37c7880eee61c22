"use client";

import type { ReactElement } from "react";
import { formatDay, formatNumber } from "@/components/ui/format";
import { Popover } from "@/components/ui/popover";
import type { BalanceDto } from "@/server/credits/contract";

/** What the credits meter opens; open as soon as it is there: the lots in the order in which they are spent. */
export function CreditLots({ available, balance, lots, trigger }: BalanceDto & { trigger: ReactElement }) {
  return (
    <Popover title="Credits" trigger={trigger} defaultOpen>
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
