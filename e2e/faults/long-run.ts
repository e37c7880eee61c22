import { type ReliabilityPromise, writeMeasured } from "@/db/testing/reliability-report";

const isLongRun = process.env.LONG_RUN === "1";

/** `short` in `npm test`, `long` in `npm run test:long`: db/testing/long-run.ts for what runs outside of vitest. */
export function slice(short: number, long: number): number {
  return isLongRun ? long : short;
}

/** What a test measured about a promise: printed by long runs, and kept for docs/reliability.md. */
export function report(promise: ReliabilityPromise, line: string): void {
  if (!isLongRun) return;
  process.stdout.write(`${promise}: ${line}\n`);
  writeMeasured(process.env.RELIABILITY_REPORT ?? "", promise, line);
}
