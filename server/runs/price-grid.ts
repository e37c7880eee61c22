import { desc, eq } from "drizzle-orm";
import { type GridEngine, price } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { currentPriceList } from "@/server/engines";

export interface PricedGrid {
  readonly priceVersion: number;
  readonly grid: readonly GridEngine[];
  /** Whole credits of the whole run, at the full price of every answer. */
  readonly credits: number;
}

/** What asking `prompts` prompts `repeats` times of each engine costs, at today's price version. */
export async function priceGrid(
  tx: TenantTransaction,
  wanted: { engineIds: readonly string[]; prompts: number; repeats: number },
): Promise<PricedGrid> {
  const { version, rows } = await currentPriceVersion(tx);
  const grid = rows.filter((row) => wanted.engineIds.includes(row.engineId));
  const perPrompt = grid.reduce((sum, row) => sum + row.credits, 0);
  return { priceVersion: version, grid, credits: perPrompt * wanted.prompts * wanted.repeats };
}

/** The newest version when it says what the registry says, else a new one. Earlier versions stay as they are. */
async function currentPriceVersion(tx: TenantTransaction): Promise<{ version: number; rows: GridEngine[] }> {
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
          other.noAnswerShownCredits === row.noAnswerShownCredits,
      ),
    );
  if (latest && same) return { version: latest.version, rows };
  const version = (latest?.version ?? 0) + 1;
  await tx
    .insert(price)
    .values(
      rows.map(({ engineId, credits, noAnswerShownCredits }) => ({
        version,
        engineId,
        credits,
        noAnswerShownCredits,
      })),
    )
    .onConflictDoNothing();
  return { version, rows };
}
