import type { Clock } from "@/server/kernel/clock";
import type { Logger } from "@/server/kernel/logger";
import { canonicalJson } from "./canonical-json";
import type { Database } from "./database";
import { endOfWait } from "./duration";
import type { FunctionPlan } from "./function-plan";
import type { FunctionRegistry, KnownFunction } from "./function-registry";
import type { GroupCommit } from "./group-commit";
import { readOpenStep, StepRefused } from "./open-step";
import type { RunQueue } from "./queue";
import type { RetryDelay } from "./retry-delay";
import { CANCELLED, type RunEnd } from "./run-end";
import { FUNCTION_TASK, RunMemory } from "./run-memory";
import { delayStep, type OpenStep, openSteps, putAway, type StepResult } from "./run-progress";
import type { ClaimedRun } from "./run-store";
import type { FunctionCaller } from "./sdk-caller";
import { type CallAnswer, errorJson, type Operation, type Retry } from "./sdk-protocol";

export interface DriverParts {
  readonly database: Database;
  readonly queue: RunQueue;
  readonly registry: FunctionRegistry;
  readonly results: GroupCommit<StepResult, boolean>;
  readonly ends: GroupCommit<RunEnd, true>;
  readonly retryDelay: RetryDelay;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly live: LiveRuns;
  /** True once the worker wants its runs back in the queue. */
  readonly stopping: () => boolean;
  /** Told when a run has been put away until a time. */
  readonly wakeAt: (at: Date) => void;
}

/** By run id: takes in the steps that a run under way has checkpointed. Resolves to false when the run isn't ours any more. */
export type LiveRuns = Map<string, (operations: readonly Operation[]) => Promise<boolean>>;

/** Steps of one run that may run side by side. Under a concurrency limit a run holds one slot: one step at a time. */
const PARALLEL_STEPS = 10;
/** How long a run waits for a worker that knows its function, while a deploy is on its way. */
const UNKNOWN_FUNCTION_MS = 10_000;

const RELEASED = Symbol("the run is no longer ours");

/**
 * Carries a claimed run on as far as it goes: calls its function, memoises what comes back, calls it again, until it
 * has ended or has to wait. Every result is durable before the call that builds on it. Resolves when the run is no
 * longer this worker's; rejects only when the database refuses a write for good.
 */
export async function driveRun(run: ClaimedRun, parts: DriverParts): Promise<"done" | "unfinished"> {
  const known = parts.registry.find(run.functionId);
  if (!known) return waitForDeploy(run, parts);
  const drive = new RunDrive(run, known, parts);
  parts.live.set(run.id, (operations) => drive.takeCheckpoint(operations));
  try {
    return await drive.toEnd();
  } catch (reason) {
    if (reason === RELEASED) return "done";
    throw reason;
  } finally {
    parts.live.delete(run.id);
  }
}

async function waitForDeploy(
  run: ClaimedRun,
  { database, queue, clock, logger }: DriverParts,
): Promise<"done"> {
  logger.warn({ functionId: run.functionId, runId: run.id }, "local runtime: no such function here");
  const until = new Date(clock.now().getTime() + UNKNOWN_FUNCTION_MS);
  const rest = { status: "sleeping", until, attempts: run.attempts, knownResults: Infinity } as const;
  await database.transaction((sql) => putAway(sql, queue, run, rest));
  return "done";
}

class RunDrive {
  readonly #run: ClaimedRun;
  readonly #plan: FunctionPlan;
  readonly #caller: FunctionCaller;
  readonly #parts: DriverParts;
  readonly #memory: RunMemory;
  #event: unknown;

  constructor(run: ClaimedRun, known: KnownFunction, parts: DriverParts) {
    this.#run = run;
    this.#plan = known.plan;
    this.#caller = known.caller;
    this.#parts = parts;
    this.#memory = new RunMemory(run.steps, run.attempts);
  }

  async toEnd(): Promise<"done" | "unfinished"> {
    for (;;) {
      if (this.#parts.stopping()) return "unfinished";
      const due = this.#memory.duePlanned(this.#parts.clock.now());
      if (due.length > 0) await this.#runPlanned(due);
      else if (this.#memory.mustAsk) await this.#ask();
      else await this.#rest();
    }
  }

  /** Memoises steps that the function ran during the call that is under way. */
  async takeCheckpoint(operations: readonly Operation[]): Promise<boolean> {
    const ran = operations.filter(({ id, op }) => op === "StepRun" && !this.#memory.knows(id));
    try {
      await this.#takeOperations(ran);
      return true;
    } catch (reason) {
      if (reason === RELEASED) return false;
      throw reason;
    }
  }

  #call(stepId: string): Promise<CallAnswer> {
    return this.#caller.call({
      functionId: this.#run.functionId,
      runId: this.#run.id,
      stepId,
      attempt: this.#memory.attempt(stepId),
      maxAttempts: this.#plan.maxAttempts,
      event: this.#run.event,
      steps: this.#memory.results,
      planOnly: this.#memory.hasOpenSteps,
    });
  }

  async #runPlanned(stepIds: string[]): Promise<void> {
    const waiting = [...stepIds];
    const lanes = this.#plan.limits.length === 0 ? Math.min(PARALLEL_STEPS, waiting.length) : 1;
    const work = async () => {
      for (let stepId = waiting.shift(); stepId !== undefined; stepId = waiting.shift()) {
        await this.#runOne(stepId);
      }
    };
    const outcomes = await Promise.allSettled(Array.from({ length: lanes }, work));
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    if (failed) throw failed.reason;
  }

  async #runOne(stepId: string): Promise<void> {
    const answer = await this.#call(stepId);
    if (answer.kind !== "operations") {
      const json =
        answer.kind === "failed" ? answer.json : errorJson({ message: "a step answered as a function" });
      const retry = answer.kind === "failed" ? answer.retry : ({ again: false } as const);
      return this.#planAgain(stepId, json, retry);
    }
    const own = answer.operations.find((operation) => operation.id === stepId);
    if (own?.op === "StepRun") return this.#remember(own, "data", canonicalJson(own.data ?? null));
    if (own?.op === "StepFailed") return this.#remember(own, "error", errorJson(own.error));
    return this.#planAgain(
      stepId,
      errorJson(own?.error ?? { message: "no answer about the step" }),
      answer.retry,
    );
  }

  /** A planned step has failed: once more after a delay, or memoised as failed when its attempts are used up. */
  async #planAgain(stepId: string, json: string, retry: Retry): Promise<void> {
    const at = this.#nextAttempt(stepId, retry);
    if (!at) return this.#remember({ id: stepId }, "error", json);
    await delayStep(this.#parts.database, this.#run.id, stepId, at);
    this.#memory.addOpen(stepId, "planned", at);
  }

  /** Counts a failed attempt of `task`. Gives when to try again, or null when that was the last. */
  #nextAttempt(task: string, retry: Retry): Date | null {
    const failed = this.#memory.attempt(task) + 1;
    if (!retry.again || failed >= this.#plan.maxAttempts) return null;
    this.#memory.attempts[task] = failed;
    const now = this.#parts.clock.now();
    if (retry.after !== null) return endOfWait(retry.after, now);
    return new Date(now.getTime() + this.#parts.retryDelay(failed));
  }

  async #remember(
    { id: stepId, displayName }: Pick<Operation, "id" | "displayName">,
    state: "data" | "error",
    body: string,
  ): Promise<void> {
    const { id: runId, claim } = this.#run;
    const name = displayName ?? null;
    const onward = await this.#parts.results.add({ runId, claim, stepId, name, state, body });
    if (!onward) await this.#end("cancelled", CANCELLED);
    this.#memory.addResult(stepId, state, body);
  }

  async #ask(): Promise<void> {
    const answer = await this.#call(FUNCTION_TASK);
    if (answer.kind === "completed") return this.#end("completed", answer.json);
    if (answer.kind === "failed") return this.#askAgain(answer.json, answer.retry);
    const news = answer.operations.filter((operation) => !this.#memory.knows(operation.id));
    if (news.length === 0 && !this.#memory.hasOpenSteps) {
      return this.#askAgain(errorJson({ message: "the function neither ended nor went on" }), answer.retry);
    }
    this.#memory.mustAsk = false;
    const failed = news.find(({ op }) => op === "StepError");
    if (failed) return this.#stepErred(failed, answer.retry);
    delete this.#memory.attempts[FUNCTION_TASK];
    this.#memory.askAt = null;
    await this.#takeOperations(news);
  }

  /** The function has failed: asked once more after a delay, or ended as failed. */
  async #askAgain(json: string, retry: Retry): Promise<void> {
    const at = this.#nextAttempt(FUNCTION_TASK, retry);
    if (!at) return this.#end("failed", json);
    this.#memory.askAt = at;
    this.#memory.mustAsk = false;
  }

  /** A step that ran at once has failed: the function is asked again, which runs it again, or it stays failed. */
  async #stepErred(step: Operation, retry: Retry): Promise<void> {
    const at = this.#nextAttempt(FUNCTION_TASK, retry);
    if (at) this.#memory.askAt = at;
    else await this.#remember(step, "error", errorJson(step.error));
  }

  async #takeOperations(operations: readonly Operation[]): Promise<void> {
    const done = operations.find(({ op }) => op === "RunComplete");
    const results = operations.filter(({ op }) => op === "StepRun" || op === "StepFailed");
    const open = operations.filter((operation) => operation !== done && !results.includes(operation));
    await Promise.all(
      results.map((step) =>
        step.op === "StepRun"
          ? this.#remember(step, "data", canonicalJson(step.data ?? null))
          : this.#remember(step, "error", errorJson(step.error)),
      ),
    );
    if (open.length > 0) await this.#open(open);
    if (done) await this.#end("completed", canonicalJson(done.data ?? null));
  }

  async #open(operations: readonly Operation[]): Promise<void> {
    const { database, queue, registry, clock } = this.#parts;
    this.#event ??= JSON.parse(this.#run.event);
    const steps: OpenStep[] = [];
    for (const operation of operations) {
      try {
        const step = readOpenStep(operation, this.#event, registry.plans, clock.now());
        if (!step) throw new Error(`the local runtime doesn't do ${operation.op}`);
        steps.push(step);
      } catch (error) {
        if (error instanceof StepRefused) {
          await this.#remember(operation, "error", errorJson({ name: "Error", message: error.message }));
          continue;
        }
        const message = `step "${operation.displayName ?? operation.id}": ${error instanceof Error ? error.message : error}`;
        return this.#end("failed", errorJson({ name: "UnsupportedOperation", message }));
      }
    }
    if (steps.length === 0) return;
    const claim = { runId: this.#run.id, claim: this.#run.claim };
    await database.transaction((sql) => openSteps(sql, queue, claim, steps));
    for (const step of steps)
      this.#memory.addOpen(step.stepId, step.state, "dueAt" in step ? step.dueAt : null);
  }

  async #rest(): Promise<void> {
    const { database, queue, wakeAt } = this.#parts;
    const rest = { ...this.#memory.rest(), attempts: this.#memory.attempts };
    const outcome = await database.transaction((sql) => putAway(sql, queue, this.#run, rest));
    if (outcome === "lost") return this.#end("cancelled", CANCELLED);
    if (outcome !== "resting") return this.#memory.reload(outcome);
    if (rest.until) wakeAt(rest.until);
    throw RELEASED;
  }

  /** Ends the run, if it is still ours, and leaves the loop either way. */
  async #end(status: RunEnd["status"], json: string): Promise<never> {
    await this.#parts.ends.add({ runId: this.#run.id, claim: this.#run.claim, status, json });
    throw RELEASED;
  }
}
