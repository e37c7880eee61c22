import { z } from "zod";
import { engineStatus, engines } from "@/server/engines";
import { readEnv } from "@/server/kernel/env";

/** What we are willing to pay in one UTC day, in micros (millionths of a US dollar). */
export interface Ceilings {
  readonly engine: number;
  /** For one org on the free plan. */
  readonly freeOrg: number;
}

const DEFAULT_ENGINE_USD = 100;
const DEFAULT_FREE_ORG_USD = 5;
const NO_CEILING: number = Number.MAX_SAFE_INTEGER;

const usd = z.coerce.number().nonnegative().max(1_000_000).optional();

/** `CHATGPT_DAILY_CEILING_USD`, `GOOGLE_AI_MODE_DAILY_CEILING_USD`, ... */
const variableOf = (engineId: string) => `${engineId.toUpperCase()}_DAILY_CEILING_USD`;
const shape = {
  ENGINE_DAILY_CEILING_USD: usd,
  FREE_ORG_DAILY_CEILING_USD: usd,
  ...Object.fromEntries(engines.map(({ id }) => [variableOf(id), usd])),
};

/** Every variable that sets a ceiling: a demo unsets them all. */
export const ceilingVariables: readonly string[] = Object.keys(shape);

/**
 * The ceilings that a call of this engine has to stay below; null where it isn't counted. A sandbox costs nothing, so
 * the defaults don't hold for it: it is counted only against a ceiling that is set. Throws for a malformed variable.
 */
export function ceilingsOf(engineId: string): Ceilings | null {
  const set: Readonly<Record<string, number | undefined>> = readEnv(shape);
  const engine = set[variableOf(engineId)] ?? set.ENGINE_DAILY_CEILING_USD;
  const freeOrg = set.FREE_ORG_DAILY_CEILING_USD;
  const status = engineStatus(engineId);
  if (status.ready && status.sandbox) {
    if (engine === undefined && freeOrg === undefined) return null;
    return { engine: microsOf(engine), freeOrg: microsOf(freeOrg) };
  }
  return {
    engine: microsOf(engine ?? DEFAULT_ENGINE_USD),
    freeOrg: microsOf(freeOrg ?? DEFAULT_FREE_ORG_USD),
  };
}

function microsOf(dollars: number | undefined): number {
  return dollars === undefined ? NO_CEILING : Math.floor(dollars * 1_000_000);
}
