import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { idempotencyKey } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { actorLabel, requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";

export interface KeyedRequest {
  /** From who asks; unique within the org. */
  readonly key: string;
  /** What is asked for, in the verb's own name: "run.request". */
  readonly action: string;
  /** What was asked, without the key: the same input again has to be the same JSON. */
  readonly input: unknown;
}

/**
 * Does `work` once for each key of the org: its answer is stored in the transaction of its effects, so both stand or
 * neither does, whenever a process dies. The same request again gets that answer. Refuses `in_progress` while another
 * transaction works under the key, and `key_reused` when the key stands for another request. What `work` refuses is not
 * stored, so it may be tried again. `T` is made of plain JSON values: what is stored is what is returned.
 */
export async function once<T extends object>(
  tx: TenantTransaction,
  request: KeyedRequest,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const { orgId, actor } = requireContext();
  const { key, action } = request;
  if (!(await lockKey(tx, key))) return err(inProgress());
  // A statement of its own: the snapshot of the one that took the lock may be older than the lock.
  const earlier = await findAnswer<T>(tx, request);
  if (earlier) return earlier;
  const done = await work();
  if (!done.ok) return done;
  await tx.insert(idempotencyKey).values({
    orgId,
    key,
    action,
    fingerprint: fingerprintOf(request),
    response: done.value,
    actor: actorLabel(actor),
  });
  return done;
}

/** The stored answer of the same request, `key_reused` where the key stands for another one, undefined where it is new. */
export async function findAnswer<T extends object>(
  tx: TenantTransaction,
  request: KeyedRequest,
): Promise<Result<T> | undefined> {
  const { orgId } = requireContext();
  const [stored] = await tx
    .select({ fingerprint: idempotencyKey.fingerprint, response: idempotencyKey.response })
    .from(idempotencyKey)
    .where(and(eq(idempotencyKey.orgId, orgId), eq(idempotencyKey.key, request.key)));
  if (!stored) return undefined;
  return stored.fingerprint === fingerprintOf(request) ? ok(answerOf<T>(stored.response)) : err(keyReused());
}

/** Until the transaction ends; false when another one has it. Freed by the server itself when a process dies. */
async function lockKey(tx: TenantTransaction, key: string): Promise<boolean> {
  const name = `idempotency:${requireContext().orgId}:${key}`;
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as mine`,
  );
  return rows[0]?.mine === true;
}

function fingerprintOf({ action, input }: KeyedRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([action, input]))
    .digest("hex");
}

/** `stored` was returned by `work` for the same action with the same input, and went through JSON since. */
function answerOf<T extends object>(stored: object): T {
  return stored as T;
}

function inProgress(): AppError {
  const words = "This very request is being worked on. Ask again in a second to get its answer.";
  return new AppError("in_progress", words);
}

function keyReused(): AppError {
  return new AppError(
    "key_reused",
    "This idempotency key was used for another request before. See what came of that one, then ask with a new key.",
  );
}
