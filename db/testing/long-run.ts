import { inject } from "vitest";
import { type ReliabilityPromise, writeMeasured } from "./reliability-report";

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether `npm run test:long` runs: the numbers that the promises name, instead of a slice of them. */
    isLongRun: boolean;
    /** The seed to run again with (SEED), or 0. */
    seed: number;
    /** Where a long run's figures are collected for docs/reliability.md; "" when nobody does. */
    reliabilityReport: string;
  }
}

/** `short` in `npm test`, `long` in `npm run test:long`. */
export function slice(short: number, long: number): number {
  return inject("isLongRun") ? long : short;
}

/**
 * The seed of a random test: another one each time, or SEED to see a failure again. fast-check prints it when a property
 * fails; a long run always reports it, beside `what` was run with it.
 */
export function seedFor(promise: ReliabilityPromise, what: string): number {
  const seed = inject("seed") || Math.floor(Math.random() * 0x7fff_ffff) + 1;
  report(promise, `${what}: seed ${seed}`);
  return seed;
}

/** What a test measured about a promise, in a sentence with numbers: printed by long runs, and kept for docs/reliability.md. */
export function report(promise: ReliabilityPromise, line: string): void {
  if (!inject("isLongRun")) return;
  process.stdout.write(`${promise}: ${line}\n`);
  writeMeasured(inject("reliabilityReport"), promise, line);
}
