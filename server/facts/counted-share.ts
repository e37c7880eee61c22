import { normalQuantile, TWO_SIDED, wilson } from "@/server/metrics";
import type { CountedShare } from "./contract";

/** A share with its 95 % Wilson interval (Wilson 1927); null of nothing. */
export function countedShare(count: number, of: number): CountedShare | null {
  return of === 0 ? null : { count, of, ...wilson(count / of, of, normalQuantile(TWO_SIDED)) };
}
