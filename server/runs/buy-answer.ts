import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import { statement } from "@/db/statement";
import { withTenant } from "@/db/tenant";
import { withinLimits } from "@/server/call-limits";
import { guardCall } from "@/server/engine-health";
import { askEngine, EngineError, type RawReply } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { crashPoint } from "@/server/kernel/crash-point";
import { AppError } from "@/server/kernel/errors";
import type { AskId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { err, ok, type Result } from "@/server/kernel/result";
import { announceIfFinished } from "./announce-if-finished";
import { type AskTime, budgetWords, timeOfAsk } from "./ask-budget";
import { MAX_CALLS } from "./ask-claims";
import { type ClaimedAsk, claimAsk, renewClaim, returnClaim } from "./claim-ask";
import { failAsk } from "./fail-ask";
import { patience } from "./patience";

export type Purchase =
  /** The raw body is committed under this lease; recording it is the next step. */
  | { readonly kind: "bought"; readonly leaseToken: string }
  | { readonly kind: "try_again"; readonly afterMs: number; readonly why: string }
  | { readonly kind: "ended" };

/**
 * Step *ask*: claims the ask, calls the engine, and commits the raw body under the claim's lease before anything reads
 * it. Safe to run any number of times: an answer that was bought is not bought again. `lastTry`: a failure that would be
 * tried again ends the ask instead. Nothing is charged here; a failed ask never is.
 */
export async function buyAnswer(askId: AskId, lastTry: boolean): Promise<Result<Purchase>> {
  const claim = await claimAsk(askId);
  if (!claim.ok) return claim;
  switch (claim.value.kind) {
    case "claimed":
      crashPoint("claim/after-commit");
      return callEngine(claim.value, lastTry);
    case "bought":
      return ok({ kind: "bought", leaseToken: claim.value.leaseToken });
    case "held":
      return ok({ kind: "try_again", afterMs: claim.value.forMs, why: "another worker holds the claim" });
    case "ended": {
      // Whoever ended it may have died before it could say so: if it was the run's last, it is said now.
      const said = await announceIfFinished(claim.value.runId);
      return said.ok ? ok({ kind: "ended" }) : said;
    }
  }
}

async function callEngine(claim: ClaimedAsk, lastTry: boolean): Promise<Result<Purchase>> {
  const [language = "en", country = "US"] = claim.locale.split("-");
  const keyOf = claim.ownKey ? requireContext().orgId : "platform";
  const renewal = keepClaim(claim);
  const time = timeOfAsk(claim.engineId, claim.triedMs);
  try {
    const request = {
      token: claim.reservation,
      askId: claim.askId,
      prompt: claim.prompt,
      locale: { language, country },
    };
    const reply = await askEngine(claim.engineId, request, {
      ...(claim.ownKey && { environment: claim.ownKey.environment() }),
      timeoutMs: time.tryMs,
      through: (call) =>
        withinLimits({ engineId: claim.engineId, keyOf }, () => {
          time.takeTurn();
          return guardCall(
            claim.engineId,
            () => {
              const asking = call();
              crashPoint("call/in-flight");
              return asking;
            },
            claim.ownKey ? "own" : "platform",
          );
        }),
    });
    crashPoint("call/answered");
    const bought = await commitRawBody(claim, reply);
    crashPoint("raw-body/after-commit");
    return bought;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return await settleFailure(claim, error, lastTry ? null : time);
  } finally {
    clearInterval(renewal);
  }
}

/**
 * What a failure means for the ask: try again (for free, or once more where the first may have been paid), or the end, also
 * when another try would not fit into its time. Null: there is no other try.
 */
async function settleFailure(
  claim: ClaimedAsk,
  failure: EngineError,
  time: AskTime | null,
): Promise<Result<Purchase>> {
  const message = claim.ownKey?.hideIn(failure.message) ?? failure.message;
  const free = !failure.mayHaveBeenPaid;
  const again = failure.retryable || (failure.mayHaveBeenPaid && claim.calls < MAX_CALLS);
  if (!again || time === null) return end(claim, message, free);
  const afterMs = time.waitFor(failure);
  if (afterMs === null) return end(claim, budgetWords(claim.engineId, message), free);
  const returned = await returnClaim(claim, free, time.spentMs());
  return returned.ok ? ok({ kind: "try_again", afterMs, why: message }) : returned;
}

async function end(
  { askId, leaseToken }: ClaimedAsk,
  message: string,
  free: boolean,
): Promise<Result<Purchase>> {
  const failed = await failAsk(askId, message, { leaseToken, free });
  return failed.ok ? ok({ kind: "ended" }) : failed;
}

const insertRawBody = statement<{ ask_id: AskId }>(
  "insert_raw_body",
  `insert into tracking.raw_body (org_id, ask_id, lease_token, parser, body, sha256, latency_ms)
   select org_id, id, lease_token, engine_id, $4::bytea, $5::text, $6::int
   from tracking.ask
   where org_id = $1 and id = $2 and state = 'claimed' and lease_token = $3
   for no key update
   returning ask_id`,
);

/** One row under unique (ask, lease), and only while the lease is still ours: a stale worker's answer is dropped. */
async function commitRawBody(claim: ClaimedAsk, reply: RawReply): Promise<Result<Purchase>> {
  const { orgId } = requireContext();
  const { askId, leaseToken } = claim;
  const body = await compress(reply.body);
  const sha256 = createHash("sha256").update(reply.body).digest("hex");
  return withTenant(async (tx) => {
    const latencyMs = Math.round(reply.latencyMs);
    const { rows } = await insertRawBody(tx, [orgId, askId, leaseToken, body, sha256, latencyMs]);
    if (rows.length === 0)
      return err(new AppError("lease_lost", "The claim ran out while the engine was answering."));
    crashPoint("raw-body/before-commit");
    return ok({ kind: "bought", leaseToken });
  });
}

/** Handing a small body to another thread takes longer than compressing it. */
const SMALL_CHARACTERS = 64 * 1024;

async function compress(body: string): Promise<Buffer> {
  return body.length <= SMALL_CHARACTERS ? gzipSync(body) : promisify(gzip)(body);
}

function keepClaim({ askId, leaseToken }: ClaimedAsk): NodeJS.Timeout {
  return setInterval(
    () =>
      void renewClaim(askId, leaseToken).catch((error: unknown) => {
        logger.warn({ err: error, askId }, "a claim could not be renewed");
      }),
    (patience.leaseSeconds * 1000) / 3,
  );
}
