"use client";

import { type ComponentProps, lazy, Suspense, useState } from "react";
import { formatNumber } from "@/components/ui/format";
import type { BalanceDto } from "@/server/credits/contract";

// As the project menu: fetched when somebody is about to open it.
const fetchLots = () => import("./credit-lots").then(({ CreditLots }) => ({ default: CreditLots }));
const CreditLots = lazy(fetchLots);

/** What the org can still spend, and from which lots, in the order in which they are spent. */
export function CreditsMeter(balance: BalanceDto) {
  const [opened, setOpened] = useState(false);
  const { available } = balance;
  const closed = (
    <MeterButton
      available={available}
      aria-haspopup="dialog"
      aria-expanded={false}
      onPointerEnter={() => void fetchLots()}
      onFocus={() => void fetchLots()}
      onClick={() => setOpened(true)}
    />
  );
  if (!opened) return closed;
  return (
    <Suspense fallback={closed}>
      <CreditLots {...balance} trigger={<MeterButton available={available} />} />
    </Suspense>
  );
}

function MeterButton({ available, ...button }: ComponentProps<"button"> & { readonly available: number }) {
  return (
    <button
      {...button}
      type="button"
      className="flex w-full cursor-pointer items-baseline justify-between gap-3 rounded-lg border border-line bg-surface px-3 py-2 text-sm hover:border-line-strong"
    >
      <span className="text-ink-soft">Credits</span>
      <span className="font-semibold tabular-nums">{formatNumber(available)}</span>
    </button>
  );
}
