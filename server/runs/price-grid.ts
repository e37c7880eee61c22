import { desc, eq } from "drizzle-orm";
import { type GridEngine, price } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { currentPriceList } from "@/server/engines";

export interface PricedAsks {
  readonly grid: readonly GridEngine[];
  /** Whole credits, at the full price of every answer. */
  readonly credits: number;
}

/** What is asked of whom: each prompt `repeats` times of each engine. */
export interface WantedGrid {
  readonly engineIds: readonly string[];
  readonly prompts: number;
  readonly repeats: number;
}

/** How many asks each engine gets. */
export function asksOfGrid(wanted: WantedGrid): Map<string, number> {
  return new Map(wanted.engineIds.map((engineId) => [engineId, wanted.prompts * wanted.repeats]));
}

/** What a run would reserve at today's prices, in whole credits. */
export function creditsOfRun(wanted: WantedGrid): number {
  return priceAsks(asksOfGrid(wanted)).credits;
}

/** What so many asks of each engine cost at today's prices. A quote and the run that follows it both come from here. */
export function priceAsks(asks: ReadonlyMap<string, number>): PricedAsks {
  const grid = currentPriceList()
    .filter((row) => asks.has(row.engineId))
    .map(({ estimateMicros: _ours, ...row }) => row);
  const credits = grid.reduce((sum, row) => sum + row.credits * (asks.get(row.engineId) ?? 0), 0);
  return { grid, credits };
}

/**
 * The number under which the database keeps today's prices: the newest version when it says what the registry says, else
 * a new one. Earlier versions stay as they are.
 */
export async function currentPriceVersion(tx: TenantTransaction): Promise<number> {
  const rows = currentPriceList();
  const [latest] = await tx.select().from(price).orderBy(desc(price.version)).limit(1);
  const stored = latest ? await tx.select().from(price).where(eq(price.version, latest.version)) : [];
  const same =
    stored.length === rows.length &&
    rows.every((row) =>
      stored.some(
        (other) =>
          other.engineId === row.engineId &&
          other.credits === row.credits &&
          other.noAnswerShownCredits === row.noAnswerShownCredits &&
          other.estimateMicros === row.estimateMicros,
      ),
    );
  if (latest && same) return latest.version;
  const version = (latest?.version ?? 0) + 1;
  await tx
    .insert(price)
    .values(rows.map(({ surface: _surface, ...row }) => ({ version, ...row })))
    .onConflictDoNothing();
  return version;
}
