import { releaseSlots } from "./admission";
import type { Sql } from "./database";
import type { Interest } from "./event-match";
import type { RunSeed } from "./event-router";
import type { RunQueue } from "./queue";
import { type ClaimedRun, createRuns, loadSteps, type StoredStep } from "./run-store";
import { addWait } from "./wait";

/** A run under a worker's claim. Writes under a claim that has passed to another worker change nothing. */
export interface Claim {
  readonly runId: string;
  readonly claim: number;
}

export interface StepResult extends Claim {
  readonly stepId: string;
  /** As the function names it; null when that is known already. */
  readonly name: string | null;
  readonly state: "data" | "error";
  readonly body: string;
}

/**
 * Memoises results; the first result of a step stays. Gives, for each, whether its run may go on: false when the claim
 * is lost or the run is to be cancelled. One statement.
 */
export async function saveStepResults(sql: Sql, results: readonly StepResult[]): Promise<boolean[]> {
  const rows = await sql.query<{ place: string }>(
    `with given as (
       select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[])
         with ordinality as g (run_id, claim, step_id, state, body, name, place)
     ), saved as (
       insert into local_runtime.steps (run_id, step_id, state, body, name)
       select run_id, step_id, state, body, name from given order by place
       on conflict (run_id, step_id) do update
         set state = excluded.state, body = excluded.body, seq = nextval('local_runtime.step_order')
         where steps.state not in ('data', 'error')
     )
     select g.place from given g join local_runtime.runs r on r.id = g.run_id
     where r.claim = g.claim and r.status = 'active' and not r.cancel_requested`,
    [
      results.map((result) => result.runId),
      results.map((result) => result.claim),
      results.map((result) => result.stepId),
      results.map((result) => result.state),
      results.map((result) => result.body),
      results.map((result) => result.name),
    ],
    "local_runtime_save_steps",
  );
  const onward = new Set(rows.map((row) => Number(row.place)));
  return results.map((_, index) => onward.has(index + 1));
}

/** A step that a function has come to and that isn't done: to be run, slept out, or answered from outside. */
export type OpenStep = { readonly stepId: string; readonly name: string | null } & (
  | { readonly state: "planned" }
  | { readonly state: "sleeping"; readonly dueAt: Date }
  | {
      readonly state: "waiting";
      readonly dueAt: Date;
      readonly eventName: string;
      /** Null: no event can end it, only time. */
      readonly interest: Interest | null;
    }
  | { readonly state: "invoking"; readonly dueAt: Date; readonly seed: RunSeed }
);

/** Notes open steps, with what they wait for, and starts invoked runs. Steps that are known already are left alone. */
export async function openSteps(
  sql: Sql,
  queue: RunQueue,
  claim: Claim,
  steps: readonly OpenStep[],
): Promise<void> {
  const rows = await sql.query<{ step_id: string }>(
    `insert into local_runtime.steps (run_id, step_id, name, state, due_at)
     select $1, step_id, name, state, due_at
     from unnest($2::text[], $3::text[], $4::timestamptz[], $5::text[]) as s (step_id, state, due_at, name)
     on conflict do nothing returning step_id`,
    [
      claim.runId,
      steps.map((step) => step.stepId),
      steps.map((step) => step.state),
      steps.map((step) => ("dueAt" in step ? step.dueAt : null)),
      steps.map((step) => step.name),
    ],
  );
  const fresh = new Set(rows.map((row) => row.step_id));
  for (const step of steps.filter(({ stepId }) => fresh.has(stepId))) {
    if (step.state === "waiting" && step.interest) {
      const { runId } = claim;
      const { stepId, eventName, interest } = step;
      await addWait(sql, { runId, stepId, cancels: false, eventName, interest, until: null });
    }
    if (step.state === "invoking") {
      await createRuns(sql, queue, [step.seed], { runId: claim.runId, stepId: step.stepId });
    }
  }
}

/** How long a run is put away. `until` null: until something outside answers one of its steps. */
export interface Rest {
  readonly status: "queued" | "sleeping";
  readonly until: Date | null;
  readonly attempts: Readonly<Record<string, number>>;
  /** Memoised steps that the worker knows of: if there are more by now, the run isn't put away. */
  readonly knownResults: number;
}

/**
 * Puts a run away, giving up its slot. Gives "resting"; or its steps as they now stand, when an answer came in between;
 * or "lost" when the claim has passed on or the run is to be cancelled.
 */
export async function putAway(
  sql: Sql,
  queue: RunQueue,
  run: ClaimedRun,
  rest: Rest,
): Promise<"resting" | "lost" | readonly StoredStep[]> {
  const [held] = await sql.query<{ cancel_requested: boolean }>(
    "select cancel_requested from local_runtime.runs where id = $1 and claim = $2 and status = 'active' for update",
    [run.id, run.claim],
  );
  if (!held || held.cancel_requested) return "lost";
  const steps = (await loadSteps(sql, [run.id])).get(run.id) ?? [];
  if (steps.filter(({ state }) => state === "data" || state === "error").length > rest.knownResults)
    return steps;
  await sql.query(
    `update local_runtime.runs set status = $2, due_at = $3, attempts = $4, worker_id = null, holds_slot = false
     where id = $1`,
    [run.id, rest.status, rest.until, JSON.stringify(rest.attempts)],
  );
  await queue.remove(sql, [run]);
  if (rest.until) await queue.put(sql, [{ ...run, at: rest.until }]);
  if (run.lane !== null) await releaseSlots(sql, queue, [{ id: run.lane, queue: run.queue }]);
  return "resting";
}

/** Puts off a planned step whose attempt has failed. */
export async function delayStep(sql: Sql, runId: string, stepId: string, until: Date): Promise<void> {
  await sql.query(
    "update local_runtime.steps set due_at = $3 where run_id = $1 and step_id = $2 and state = 'planned'",
    [runId, stepId, until],
  );
}
