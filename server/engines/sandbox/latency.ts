import { z } from "zod";
import { type SeededRandom, seededRandom } from "./seeded-random";

/** Milliseconds: a constant, or a log-normal with this median and 95th percentile, as real engines have. */
export const Latency = z.union([
  z.number().nonnegative(),
  z.strictObject({ median: z.number().positive(), p95: z.number().positive() }),
]);
export type Latency = z.infer<typeof Latency>;

const normalP95 = 1.645;

export function latencyFor(
  latency: Latency,
  key: { seed: number; requestId: string; attempt: number },
): number {
  if (typeof latency === "number") return latency;
  return draw(latency, seededRandom(key.seed, "latency", key.requestId, key.attempt));
}

function draw({ median, p95 }: { median: number; p95: number }, random: SeededRandom): number {
  return median * Math.exp((Math.log(p95 / median) / normalP95) * random.normal());
}
