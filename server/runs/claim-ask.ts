import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { AskState } from "@/db/schema";
import { statement } from "@/db/statement";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { authoriseAsk, type ReservationToken } from "@/server/credits";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { AskId, RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";

/** How long a claim stands without a renewal: after a crash, nobody touches the ask for so long. */
export const LEASE_SECONDS = 15;

/** A call that was lost in flight may have been paid: it is bought again once, at our cost, and then never more. */
export const MAX_CALLS = 2;

export interface ClaimedAsk {
  readonly kind: "claimed";
  readonly askId: AskId;
  readonly runId: RunId;
  readonly leaseToken: string;
  readonly engineId: string;
  readonly locale: string;
  readonly prompt: string;
  /** Purchases that may have been paid for, this one included. */
  readonly calls: number;
  readonly reservation: ReservationToken;
}

export type Claim =
  | ClaimedAsk
  /** The answer is bought and its raw body stands under this lease: only the recording is left to do. */
  | { readonly kind: "bought"; readonly leaseToken: string }
  /** Another worker holds the claim, or died with it less than a lease ago. */
  | { readonly kind: "held"; readonly forMs: number }
  | { readonly kind: "ended"; readonly runId: RunId };

const claim = statement<Pick<ClaimedAsk, "runId" | "engineId" | "locale" | "prompt" | "calls">>(
  "claim_ask",
  `update tracking.ask a
   set state = 'claimed', calls = a.calls + 1, lease_token = $3,
       lease_until = clock_timestamp() + make_interval(secs => $4)
   from tracking.prompt p, tracking.run r
   where a.org_id = $1 and a.id = $2
     and p.org_id = a.org_id and p.id = a.prompt_id
     and r.org_id = a.org_id and r.id = a.run_id and r.state = 'asking'
     and a.calls < $5
     and (a.state = 'planned' or (a.state = 'claimed' and a.lease_until < clock_timestamp() and not exists (
       select from tracking.raw_body b
       where b.org_id = a.org_id and b.ask_id = a.id and b.lease_token = a.lease_token)))
   returning a.run_id as "runId", a.engine_id as "engineId", a.locale, p.text as prompt, a.calls`,
);

/**
 * Takes an ask for buying: compare-and-set from planned (or from a claim whose lease ran out without a raw body) to
 * claimed under a fresh lease. Exactly one of any number of callers gets it; the others learn how it stands.
 */
export async function claimAsk(askId: AskId): Promise<Result<Claim>> {
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    const leaseToken = randomUUID();
    const { rows } = await claim(tx, [orgId, askId, leaseToken, LEASE_SECONDS, MAX_CALLS]);
    const claimed = rows[0];
    if (!claimed) return readUnclaimable(tx, askId);
    const reservation = await authoriseAsk(tx, askId);
    if (!reservation.ok) return reservation;
    return ok({ kind: "claimed", askId, leaseToken, reservation: reservation.value, ...claimed });
  });
}

async function readUnclaimable(tx: TenantTransaction, askId: AskId): Promise<Result<Claim>> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{
    state: AskState;
    runId: RunId;
    lease: string | null;
    bought: boolean;
    heldMs: number;
  }>(sql`
    select a.state, a.run_id as "runId", a.lease_token as lease,
      exists (select from tracking.raw_body b
              where b.org_id = a.org_id and b.ask_id = a.id and b.lease_token = a.lease_token) as bought,
      greatest(0, extract(epoch from a.lease_until - clock_timestamp()) * 1000)::int as "heldMs"
    from tracking.ask a where a.org_id = ${orgId} and a.id = ${askId}`);
  const found = rows[0];
  if (!found) return err(notFound("ask"));
  if (found.state !== "claimed" || found.lease === null) return ok({ kind: "ended", runId: found.runId });
  if (found.bought) return ok({ kind: "bought", leaseToken: found.lease });
  if (found.heldMs > 0) return ok({ kind: "held", forMs: found.heldMs });
  await tx.execute(sql`
    update tracking.ask set state = 'orphaned', lease_token = null, lease_until = null,
      failure = 'The call was lost in flight twice. Nothing was charged.'
    where org_id = ${orgId} and id = ${askId} and lease_token = ${found.lease}`);
  return ok({ kind: "ended", runId: found.runId });
}

/** Keeps a claim alive for another lease. False when it is no longer ours. */
export async function renewClaim(askId: AskId, leaseToken: string): Promise<Result<boolean>> {
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    const { rows } = await tx.execute(sql`
      update tracking.ask set lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
      where org_id = ${orgId} and id = ${askId} and lease_token = ${leaseToken} returning id`);
    return ok(rows.length === 1);
  });
}

/** Puts a claimed ask back to planned. `free`: the engine surely did no paid work, so the call doesn't count. */
export async function returnClaim(askId: AskId, leaseToken: string, free: boolean): Promise<Result<void>> {
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    await tx.execute(sql`
      update tracking.ask set state = 'planned', lease_token = null, lease_until = null,
        calls = calls - ${free ? 1 : 0}::int
      where org_id = ${orgId} and id = ${askId} and lease_token = ${leaseToken}`);
    return ok(undefined);
  });
}
