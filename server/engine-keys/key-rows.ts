import { and, eq, sql } from "drizzle-orm";
import { engineKey, user } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import type { GivenKey } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import type { UserId } from "@/server/kernel/id";
import type { EngineKeyDto, EngineKeyState } from "./contract";
import type { MasterKeys } from "./master-keys";
import { openSecret, type Sealed, UnopenedSecret } from "./seal";

/** What it takes to open one. */
export interface SealedRow extends Sealed {
  readonly provider: string;
  readonly id: string;
}

export interface KeyRow extends SealedRow {
  readonly lastFour: string;
  readonly state: EngineKeyState;
  readonly testedAt: Date | null;
  readonly createdAt: Date;
  readonly savedBy: UserId | null;
  readonly savedByName: string | null;
  /** Tested so short a time ago that asking again would tell nothing new. */
  readonly justTested: boolean;
}

/** The org's keys, of one provider or of all. `lock`: nobody changes them until the transaction ends. */
export async function readKeyRows(
  tx: TenantTransaction,
  { provider, lock = false }: { provider?: string; lock?: boolean } = {},
): Promise<KeyRow[]> {
  const rows = tx
    .select({
      provider: engineKey.provider,
      id: engineKey.id,
      masterVersion: engineKey.masterVersion,
      wrappedKey: engineKey.wrappedKey,
      sealed: engineKey.sealed,
      lastFour: engineKey.lastFour,
      state: engineKey.state,
      testedAt: engineKey.testedAt,
      createdAt: engineKey.createdAt,
      savedBy: engineKey.savedBy,
      savedByName: sql<string | null>`(select u.name from ${user} u where u.id = "saved_by")`,
      justTested: sql<boolean>`coalesce(${engineKey.testedAt} > now() - interval '10 seconds', false)`,
    })
    .from(engineKey)
    .where(
      and(
        eq(engineKey.orgId, requireContext().orgId),
        provider === undefined ? undefined : eq(engineKey.provider, provider),
      ),
    )
    .orderBy(engineKey.provider);
  return lock ? rows.for("update") : rows;
}

export function toDto(row: KeyRow): EngineKeyDto {
  return {
    state: row.state,
    lastFour: row.lastFour,
    savedAt: row.createdAt.toISOString(),
    testedAt: row.testedAt?.toISOString() ?? null,
    savedBy:
      row.savedBy === null || row.savedByName === null
        ? null
        : { userId: row.savedBy, name: row.savedByName },
  };
}

/** What an audit row says of a key. */
export function auditOf(row: Pick<KeyRow, "provider" | "lastFour" | "state">) {
  return { provider: row.provider, lastFour: row.lastFour, state: row.state };
}

/** The key as it was typed in, or null when it doesn't open (any more). */
export function openRow(masters: MasterKeys, row: SealedRow): GivenKey | null {
  const { orgId } = requireContext();
  try {
    return asGivenKey(openSecret(masters, { orgId, provider: row.provider, version: row.id }, row));
  } catch (error) {
    if (error instanceof UnopenedSecret) return null;
    throw error;
  }
}

/** What is sealed, as text: `asGivenKey` is its reverse. */
export function asText({ secret, login }: GivenKey): string {
  return JSON.stringify({ secret, login });
}

/** Its text was authenticated when it was opened, so `asText` wrote it. */
function asGivenKey(text: string): GivenKey {
  return JSON.parse(text) as GivenKey;
}
