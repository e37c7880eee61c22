import { z } from "zod";
import { readEnv } from "@/server/kernel/env";

const shape = { REVENUE_PER_CREDIT_USD: z.coerce.number().min(0).max(10).default(0.02) };

/** What the margin report takes a credit to bring in, in US dollars. Throws for a malformed variable. */
export function assumedCreditUsd(environment?: Record<string, string | undefined>): number {
  return readEnv(shape, environment).REVENUE_PER_CREDIT_USD;
}
