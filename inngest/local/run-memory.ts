import type { StoredStep } from "./run-store";
import { stepEntry } from "./sdk-protocol";

/** The attempt counter of the function itself, next to those of its planned steps (which are sha1 hashes). */
export const FUNCTION_TASK = "step";

/**
 * What a worker knows of the run that it carries on: memoised results in the order in which they came, open steps,
 * attempts made so far. Follows the tables; never ahead of them.
 */
export class RunMemory {
  #results = new Map<string, string>();
  #open = new Map<string, { state: StoredStep["state"]; dueAt: Date | null }>();
  readonly attempts: Record<string, number>;
  /** Whether the function has something new to see. Starts true: whoever claims a run asks it first. */
  mustAsk = true;
  /** Not before then, after a failure of the function. */
  askAt: Date | null = null;

  constructor(steps: readonly StoredStep[], attempts: Readonly<Record<string, number>>) {
    this.attempts = { ...attempts };
    this.reload(steps);
  }

  /** Takes over the steps as they stand in the tables. */
  reload(steps: readonly StoredStep[]): void {
    this.#results = new Map();
    this.#open = new Map();
    this.mustAsk = true;
    for (const { stepId, state, body, dueAt } of steps) {
      if (state === "data" || state === "error") this.#results.set(stepId, stepEntry(state, body ?? "null"));
      else this.#open.set(stepId, { state, dueAt });
    }
  }

  get results(): ReadonlyMap<string, string> {
    return this.#results;
  }

  get hasOpenSteps(): boolean {
    return this.#open.size > 0;
  }

  knows(stepId: string): boolean {
    return this.#results.has(stepId) || this.#open.has(stepId);
  }

  attempt(task: string): number {
    return this.attempts[task] ?? 0;
  }

  addResult(stepId: string, state: "data" | "error", body: string): void {
    this.#open.delete(stepId);
    this.#results.set(stepId, stepEntry(state, body));
    delete this.attempts[stepId];
    this.mustAsk = true;
  }

  addOpen(stepId: string, state: StoredStep["state"], dueAt: Date | null): void {
    this.#open.set(stepId, { state, dueAt });
  }

  /** Planned steps that may run now. */
  duePlanned(now: Date): string[] {
    return [...this.#open]
      .filter(([, step]) => step.state === "planned" && (step.dueAt === null || step.dueAt <= now))
      .map(([stepId]) => stepId);
  }

  /** How long there is nothing to do: `queued` when a retry is what it waits for. */
  rest(): { status: "queued" | "sleeping"; until: Date | null; knownResults: number } {
    const retries = [...this.#open.values()].filter(({ state }) => state === "planned");
    const moments = [this.askAt, ...[...this.#open.values()].map(({ dueAt }) => dueAt)].filter(
      (at) => at !== null,
    );
    const until = moments.length === 0 ? null : new Date(Math.min(...moments.map((at) => at.getTime())));
    const status = this.askAt !== null || retries.length > 0 ? "queued" : "sleeping";
    return { status, until, knownResults: this.#results.size };
  }
}
