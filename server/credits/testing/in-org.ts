import { database, type TenantTransaction, withTenant } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import type { AskId, OrgId, ReservationId, RunId } from "@/server/kernel/id";
import type { Result } from "@/server/kernel/result";
import { grantCredits } from "../grant-credits";
import { type Balance, readBalance } from "../read-balance";
import { releaseReservation } from "../release-reservation";
import { reserveCredits } from "../reserve-credits";
import { settleAsk } from "../settle-ask";

/** Each part of the slice in a transaction of its own, as another slice's verb would call it. */
export function attempt<T>(
  orgId: OrgId,
  work: (tx: TenantTransaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  return asOrg(orgId, () => withTenant(work));
}

export function grant(
  orgId: OrgId,
  amount: number,
  expiresAt: Date | null = null,
  idemKey = `grant:${crypto.randomUUID()}`,
) {
  const ref = { type: "test", id: idemKey };
  return attempt(orgId, (tx) =>
    grantCredits(tx, { amount, source: "grant", kind: "grant", idemKey, expiresAt, ref }),
  );
}

export function reserve(orgId: OrgId, runId: RunId, amount: number): Promise<Result<ReservationId>> {
  return attempt(orgId, (tx) => reserveCredits(tx, { runId, amount }));
}

export function settle(orgId: OrgId, reservationId: ReservationId, askId: AskId, credits: number) {
  return attempt(orgId, (tx) => settleAsk(tx, { askId, reservationId, credits }));
}

export function release(orgId: OrgId, reservationId: ReservationId) {
  return attempt(orgId, (tx) => releaseReservation(tx, { reservationId }));
}

export async function balanceOf(orgId: OrgId): Promise<Balance> {
  let found: Balance | undefined;
  await attempt(orgId, async (tx) => {
    found = await readBalance(tx);
    return { ok: true, value: undefined };
  });
  if (!found) throw new Error("no balance was read");
  return found;
}

/** A transaction that withTenant would never open: another isolation level. Rolled back when `work` is done. */
export async function underIsolation<T>(
  orgId: OrgId,
  isolation: "repeatable read" | "serializable",
  work: (tx: TenantTransaction) => Promise<T>,
  end: "commit" | "rollback" = "rollback",
): Promise<T> {
  const connection = await database().connect();
  await connection.query(`begin isolation level ${isolation}; set local app.org_id = '${orgId}'`);
  try {
    return await asOrg(orgId, () => work(connection.database as TenantTransaction));
  } finally {
    await connection.query(end);
    connection.release();
  }
}
