import { randomUUID } from "node:crypto";
import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import {
  type ClaimKind,
  claimSql,
  completeSql,
  expiredSql,
  giveBackSql,
  giveUpSql,
  renewSql,
} from "./claim-sql";

/** The claims of one kind of work. Every change is one compare-and-set statement in the caller's transaction. */
export interface Claims<Row> {
  /**
   * Takes the work when it waits, or when the lease of its claim has run out: exactly one of any number of callers gets
   * it, under a token of its own, and with `returning`. Null for the others, and when its attempts are used up.
   */
  claim(tx: TenantTransaction, id: string): Promise<{ token: string; row: Row } | null>;
  /** Keeps a claim for another lease. False when it is no longer ours. */
  renew(tx: TenantTransaction, id: string, token: string): Promise<boolean>;
  /** Ends the work in `state`. False, and nothing changed, when the claim is no longer ours. */
  complete(tx: TenantTransaction, id: string, token: string, state: string): Promise<boolean>;
  /** Puts claimed work back to waiting. `free`: the attempt doesn't count. False when the claim is no longer ours. */
  giveBack(tx: TenantTransaction, id: string, token: string, free: boolean): Promise<boolean>;
  /** Ends work whose last attempt was lost: the lease ran out, and there is no attempt left. False: it isn't so. */
  giveUp(tx: TenantTransaction, id: string): Promise<boolean>;
  /** For the janitor: ids of claims in `group` whose lease ran out, at most `limit`; announce them again. */
  expired(tx: TenantTransaction, group: string, limit: number): Promise<string[]>;
}

/**
 * Makes the claims of a kind of work out of its description. The statements are made once and prepared by name. A claim
 * is a lease: whoever dies with it is succeeded when the lease has run out, and whoever is only late finds that its token
 * opens nothing any more.
 */
export function defineClaims<Row extends object>(kind: ClaimKind): Claims<Row> {
  const named = <Found extends object>(verb: string, text: string) =>
    statement<Found>(`${verb}_${kind.name}`, text);
  const claim = named<Row>("claim", claimSql(kind));
  const renew = named<{ id: string }>("renew", renewSql(kind));
  const complete = named<{ id: string }>(
    "complete",
    completeSql(kind, { org: "$1", id: "$2", token: "$3", state: "$4" }),
  );
  const giveBack = named<{ id: string }>("give_back", giveBackSql(kind));
  const giveUp = named<{ id: string }>("give_up", giveUpSql(kind));
  const expired = named<{ id: string }>("expired", expiredSql(kind));
  const org = () => requireContext().orgId;
  return {
    async claim(tx, id) {
      const token = randomUUID();
      const { rows } = await claim(tx, [org(), id, token, kind.leaseSeconds, kind.maxAttempts]);
      return rows[0] === undefined ? null : { token, row: rows[0] };
    },
    renew: async (tx, id, token) =>
      (await renew(tx, [org(), id, token, kind.leaseSeconds])).rows.length === 1,
    complete: async (tx, id, token, state) =>
      (await complete(tx, [org(), id, token, state])).rows.length === 1,
    giveBack: async (tx, id, token, free) =>
      (await giveBack(tx, [org(), id, token, free ? 1 : 0])).rows.length === 1,
    giveUp: async (tx, id) => (await giveUp(tx, [org(), id, kind.maxAttempts])).rows.length === 1,
    expired: async (tx, group, limit) => (await expired(tx, [org(), group, limit])).rows.map((row) => row.id),
  };
}
