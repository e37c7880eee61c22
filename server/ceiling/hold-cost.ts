import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import type { AskId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { err, ok, type Result } from "@/server/kernel/result";
import { ceilingWords } from "./ceiling-words";
import { ceilingsOf } from "./ceilings";

interface Held {
  readonly day: string;
  readonly org: boolean;
  readonly engine: boolean;
}

// Each insert adds to its row and compares in one go, under the row's lock: what was read before a wait is never used. The
// org's row comes first, for everybody. A paying org is counted too, and not bounded.
const hold = statement<Held>(
  "hold_cost",
  `with call as materialized (
     select (clock_timestamp() at time zone 'utc')::date as day,
       case when exists (select from billing.subscription where org_id = $1::uuid and plan_id <> 'free')
         then 9223372036854775807 else $5::bigint end as most
   ), org as (
     insert into ops.spend as s (scope, day, micros)
     select 'org:' || $1::uuid, day, $4::bigint from call where $4::bigint <= most
     on conflict (scope, day) do update set micros = s.micros + excluded.micros
     where s.micros + excluded.micros <= (select most from call) returning day
   ), engine as (
     insert into ops.spend as s (scope, day, micros)
     select 'engine:' || $3::text, day, $4::bigint from org where $4::bigint <= $6::bigint
     on conflict (scope, day) do update set micros = s.micros + excluded.micros
     where s.micros + excluded.micros <= $6::bigint returning day
   ), kept as (
     update tracking.ask a set held_micros = $4::bigint, held_on = engine.day from engine
     where a.org_id = $1::uuid and a.id = $2::uuid
   )
   select day::text, exists (select from org) as org, exists (select from engine) as engine from call`,
);

/**
 * Holds the engine's estimate of one call against the daily ceilings of the engine and the org, and keeps it with the ask.
 * Call it as the last statement of the transaction that claims the ask: the rows that every call wants are then locked
 * for the commit alone. Refuses with engine_unavailable, in words for the customer; nothing is held then, and the
 * transaction can go on.
 */
export async function holdCost(
  tx: TenantTransaction,
  { askId, engineId }: { askId: AskId; engineId: string },
): Promise<Result<void>> {
  const engine = findEngine(engineId);
  const ceilings = ceilingsOf(engineId);
  if (!engine || !ceilings) return ok(undefined);
  const { orgId } = requireContext();
  const micros = engine.estimateMicros;
  const { rows } = await hold(tx, [orgId, askId, engineId, micros, ceilings.freeOrg, ceilings.engine]);
  const [held] = rows;
  if (!held) throw new Error("a statement about one call returned no row");
  if (held.engine) return ok(undefined);
  if (held.org) {
    await takeBack(tx, [`org:${orgId}`, held.day, micros]);
    await noteRefusal(tx, `engine:${engineId}`, held.day, ceilings.engine);
    return err(refusal(engine.label));
  }
  await noteRefusal(tx, `org:${orgId}`, held.day, ceilings.freeOrg);
  return err(refusal(null));
}

const takeBack = statement(
  "take_back_held_cost",
  "update ops.spend set micros = micros - $3::bigint where scope = $1 and day = $2::date",
);

const markRefused = statement(
  "mark_ceiling_reached",
  `insert into ops.spend as s (scope, day, micros, refused_at) values ($1, $2::date, 0, clock_timestamp())
   on conflict (scope, day) do update set refused_at = excluded.refused_at where s.refused_at is null`,
);

/** Tells the operator once for each scope and day, however many calls and processes are refused. */
async function noteRefusal(
  tx: TenantTransaction,
  scope: string,
  day: string,
  ceilingMicros: number,
): Promise<void> {
  const { rowCount } = await markRefused(tx, [scope, day]);
  if (rowCount === 1)
    logger.error({ scope, day, ceilingMicros }, "a daily ceiling is reached: calls are refused");
}

function refusal(engineLabel: string | null): AppError {
  const { reason, advice } = ceilingWords(engineLabel);
  return new AppError("engine_unavailable", `${reason}. ${advice}`);
}
