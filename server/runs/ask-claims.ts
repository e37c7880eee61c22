import { type ClaimKind, defineClaims } from "@/server/claims";
import type { RunId } from "@/server/kernel/id";
import { patience } from "./patience";

/** A call that was lost in flight may have been paid: it is bought again once, at our cost, and then never more. */
export const MAX_CALLS = 2;

/** True for the ask `w` when the answer of its claim is bought: the raw body stands under the claim's lease. */
export const IS_BOUGHT = `exists (
  select from tracking.raw_body b
  where b.org_id = w.org_id and b.ask_id = w.id and b.lease_token = w.lease_token)`;

/** An ask as work that one worker claims: planned → claimed, while its run asks. */
export const ASK_CLAIMS: ClaimKind = {
  name: "ask",
  table: "tracking.ask",
  attempts: "calls",
  group: "run_id",
  waiting: "planned",
  claimed: "claimed",
  get leaseSeconds() {
    return patience.leaseSeconds;
  },
  maxAttempts: MAX_CALLS,
  lostForGood: {
    state: "orphaned",
    set: "failure = 'The call was lost in flight twice. Nothing was charged.'",
  },
  from: "tracking.prompt p, tracking.run r",
  where: `p.org_id = w.org_id and p.id = w.prompt_id
    and r.org_id = w.org_id and r.id = w.run_id and r.state = 'asking'`,
  resultKept: IS_BOUGHT,
  returning: `w.run_id as "runId", w.engine_id as "engineId", w.locale, p.text as prompt, w.calls,
    (extract(epoch from clock_timestamp() - w.tried_since) * 1000)::float8 as "triedMs"`,
};

export const askClaims = defineClaims<{
  readonly runId: RunId;
  readonly engineId: string;
  readonly locale: string;
  readonly prompt: string;
  readonly calls: number;
  readonly triedMs: number | null;
}>(ASK_CLAIMS);
