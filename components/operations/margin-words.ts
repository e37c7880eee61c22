import { formatDollars, formatNumber } from "@/components/ui/format";
import type { MarginDto, Payer } from "@/server/operations/contract";

/** Whose money, in words: as a choice, and what it means for the numbers. */
export const PAYERS: Readonly<Record<Payer, { readonly label: string; readonly meaning: string }>> = {
  platform: { label: "Our keys", meaning: "We pay the vendors." },
  own_key: {
    label: "Customers’ own keys",
    meaning: "The customers pay the vendors: these answers cost us nothing, and bring the same credits.",
  },
  sandbox: {
    label: "Sandbox",
    meaning: "Made up: nobody paid anything, and the costs are what real answers would have cost.",
  },
};

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** "2026-11" as "November 2026". */
export function monthWords(month: string): string {
  return `${MONTHS[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;
}

/** The month so many months later, or earlier for a number below zero. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** A share of the revenue as "62 %", below zero as "−8 %"; without revenue a dash. */
export function percentWords(share: number | null): string {
  if (share === null) return "–";
  const percent = Math.round(share * 100);
  return percent < 0 ? `−${formatNumber(-percent)} %` : `${formatNumber(percent)} %`;
}

/** What of the cost is assumed, or what somebody else paid; null where there is nothing to add. */
export function costNote({ uncosted, knownCostMicros, costMicros }: MarginDto, payer: Payer): string | null {
  if (payer === "own_key") return `customers paid ${formatDollars(knownCostMicros)}`;
  if (uncosted === 0) return null;
  const calls = uncosted === 1 ? "1 call" : `${formatNumber(uncosted)} calls`;
  return `${formatDollars(costMicros - knownCostMicros)} assumed for ${calls}`;
}

/** The cost beside what the price version expected at most: "41 % of it"; null where a version doesn't say. */
export function expectedNote({ expectedMicros, costMicros }: MarginDto): string | null {
  if (expectedMicros === null || expectedMicros === 0) return null;
  return `spent ${percentWords(costMicros / expectedMicros)} of it`;
}
