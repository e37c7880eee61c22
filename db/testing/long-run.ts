import { inject } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether `npm run test:long` runs: the numbers that the promises name, instead of a slice of them. */
    isLongRun: boolean;
    /** The seed to run again with (SEED), or 0. */
    seed: number;
  }
}

/** `short` in `npm test`, `long` in `npm run test:long`. */
export function slice(short: number, long: number): number {
  return inject("isLongRun") ? long : short;
}

/**
 * The seed of a random test: another one each time, or SEED to see a failure again. fast-check prints it when a property
 * fails; a long run prints it always, beside `what` was run with it.
 */
export function seedFor(what: string): number {
  const seed = inject("seed") || Math.floor(Math.random() * 0x7fff_ffff) + 1;
  report(`${what}: seed ${seed}`);
  return seed;
}

/** A line about what was measured, in long runs. */
export function report(line: string): void {
  if (inject("isLongRun")) process.stdout.write(`${line}\n`);
}
