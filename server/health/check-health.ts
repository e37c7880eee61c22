import { sql } from "drizzle-orm";
import { withoutTenant } from "@/db/tenant";
import { logger } from "@/server/kernel/logger";
import { ok } from "@/server/kernel/result";

/** What a load balancer or a person asks a running server. Nothing here says more than "up" about anything inside. */
export interface Health {
  readonly status: "ok" | "unavailable";
  /** The newest migration that the database has; null when it can't be reached, or doesn't tell the app's role. */
  readonly migration: string | null;
}

const UNAVAILABLE: Health = { status: "unavailable", migration: null };

/** Whether the database answers, and how far its schema is. Never throws, and never waits longer than `withinMs`. */
export async function checkHealth(withinMs = 2_000): Promise<Health> {
  const { promise: late, resolve } = Promise.withResolvers<Health>();
  const timer = setTimeout(() => resolve(UNAVAILABLE), withinMs);
  return Promise.race([askDatabase(), late]).finally(() => clearTimeout(timer));
}

async function askDatabase(): Promise<Health> {
  try {
    const asked = await withoutTenant(async (tx) => ok(await tx.execute(sql`select 1`)));
    if (!asked.ok) return UNAVAILABLE;
    return { status: "ok", migration: await newestMigration() };
  } catch (error) {
    logger.error({ err: error }, "the database does not answer");
    return UNAVAILABLE;
  }
}

async function newestMigration(): Promise<string | null> {
  try {
    const found = await withoutTenant(async (tx) =>
      ok(
        await tx.execute<{ name: string }>(
          sql`select name from public.schema_migration order by name desc limit 1`,
        ),
      ),
    );
    return found.ok ? (found.value.rows[0]?.name ?? null) : null;
  } catch {
    return null;
  }
}
