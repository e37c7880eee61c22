import type { AskState } from "@/db/schema";
import { statement } from "@/db/statement";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { giveBackHold, holdCost, leaveUncounted } from "@/server/ceiling";
import { authoriseAsk, type ReservationToken } from "@/server/credits";
import { type OwnKey, readOwnKeys } from "@/server/engine-keys";
import { requireContext } from "@/server/kernel/context";
import { crashPoint } from "@/server/kernel/crash-point";
import { type AppError, notFound } from "@/server/kernel/errors";
import type { AskId, RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { askClaims, IS_BOUGHT } from "./ask-claims";
import { endAsk } from "./end-ask";

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
  /** How long it has been tried for, in ms, waits included; null when no try of it has failed. */
  readonly triedMs: number | null;
  readonly reservation: ReservationToken;
  /** The org's own key, where it brought one: what the call costs is the customer's, and counts against no ceiling. */
  readonly ownKey: OwnKey | null;
}

export type Claim =
  | ClaimedAsk
  /** The answer is bought and its raw body stands under this lease: only the recording is left to do. */
  | { readonly kind: "bought"; readonly leaseToken: string }
  /** Another worker holds the claim, or died with it less than a lease ago. */
  | { readonly kind: "held"; readonly forMs: number }
  | { readonly kind: "ended"; readonly runId: RunId };

/**
 * Takes an ask for buying: compare-and-set from planned (or from a claim whose lease ran out without a raw body) to
 * claimed under a fresh lease. Exactly one of any number of callers gets it; the others learn how it stands. What the
 * call may cost us is held against the platform's ceilings first: where there is no room, the ask ends as failed, unbought.
 * So it does when the org's own key can't be opened; a call with such a key costs the org itself, and is held nowhere.
 */
export async function claimAsk(askId: AskId): Promise<Result<Claim>> {
  return withTenant(async (tx) => {
    // Sent together, run in this order: the reservation is looked at when the ask is claimed.
    const [claim, reservation, openOwnKey] = await Promise.all([
      askClaims.claim(tx, askId),
      authoriseAsk(tx, askId),
      readOwnKeys(tx),
    ]);
    if (!claim) return readUnclaimable(tx, askId);
    if (!reservation.ok) return reservation;
    const ownKey = openOwnKey(claim.row.engineId);
    if (!ownKey.ok) return endUnbought(tx, askId, claim, ownKey.error);
    const held = ownKey.value
      ? ok(await leaveUncounted(tx, askId))
      : await holdCost(tx, { askId, engineId: claim.row.engineId });
    if (!held.ok) return endUnbought(tx, askId, claim, held.error);
    crashPoint("claim/before-commit");
    return ok({
      kind: "claimed",
      askId,
      leaseToken: claim.token,
      reservation: reservation.value,
      ownKey: ownKey.value,
      ...claim.row,
    });
  });
}

async function endUnbought(
  tx: TenantTransaction,
  askId: AskId,
  claim: { readonly token: string; readonly row: { readonly runId: RunId } },
  why: AppError,
): Promise<Result<Claim>> {
  await askClaims.giveBack(tx, askId, claim.token, true);
  await endAsk(tx, askId, null, "failed", why.message);
  return ok({ kind: "ended", runId: claim.row.runId });
}

interface Standing {
  readonly state: AskState;
  readonly runId: RunId;
  readonly lease: string | null;
  readonly bought: boolean;
  readonly heldMs: number;
}

const readStanding = statement<Standing>(
  "read_ask_standing",
  `select w.state, w.run_id as "runId", w.lease_token as lease, ${IS_BOUGHT} as bought,
     greatest(0, extract(epoch from w.lease_until - clock_timestamp()) * 1000)::int as "heldMs"
   from tracking.ask w where w.org_id = $1 and w.id = $2`,
);

async function readUnclaimable(tx: TenantTransaction, askId: AskId): Promise<Result<Claim>> {
  const { rows } = await readStanding(tx, [requireContext().orgId, askId]);
  const found = rows[0];
  if (!found) return err(notFound("ask"));
  if (found.state !== "claimed" || found.lease === null) return ok({ kind: "ended", runId: found.runId });
  if (found.bought) return ok({ kind: "bought", leaseToken: found.lease });
  if (found.heldMs > 0) return ok({ kind: "held", forMs: found.heldMs });
  if (await askClaims.giveUp(tx, askId)) return ok({ kind: "ended", runId: found.runId });
  // Its lease ran out a moment ago, or somebody else gave it up: the next try claims it or finds it ended.
  return ok({ kind: "held", forMs: 0 });
}

/** Keeps a claim alive for another lease. False when it is no longer ours. */
export async function renewClaim(askId: AskId, leaseToken: string): Promise<Result<boolean>> {
  return withTenant(async (tx) => ok(await askClaims.renew(tx, askId, leaseToken)));
}

const markTried = statement(
  "mark_tried",
  `update tracking.ask set tried_since = clock_timestamp() - make_interval(secs => $3::float8 / 1000)
   where org_id = $1 and id = $2 and tried_since is null`,
);

/**
 * Puts a claimed ask back to planned, after it has been tried for `triedMs`. `free`: the engine surely did no paid work, so
 * neither call nor cost counts.
 */
export async function returnClaim(
  { askId, leaseToken }: { readonly askId: AskId; readonly leaseToken: string },
  free: boolean,
  triedMs: number,
): Promise<Result<void>> {
  return withTenant(async (tx) => {
    if (!(await askClaims.giveBack(tx, askId, leaseToken, free))) return ok(undefined);
    await markTried(tx, [requireContext().orgId, askId, triedMs]);
    if (free) await giveBackHold(tx, askId);
    return ok(undefined);
  });
}
