import type { Database } from "./database";
import { tellEnds } from "./event-intake";
import { GroupCommit } from "./group-commit";
import { type DriverParts, driveRun } from "./run-driver";
import { endRuns, type RunEnd } from "./run-end";
import { type StepResult, saveStepResults } from "./run-progress";
import { Worker } from "./worker";

interface CrewParts extends Omit<DriverParts, "results" | "ends" | "stopping" | "wakeAt"> {
  /** The crew's own: no other queue's writes stand before its own. */
  readonly database: Database;
  readonly queueName: string;
  readonly concurrency: number;
}

/** The worker of one queue, with places, connections and group commits of its own. */
export function createCrew(parts: CrewParts): Worker {
  const { database, queue, registry, logger, queueName, concurrency } = parts;
  const results = new GroupCommit<StepResult, boolean>((batch) => saveStepResults(database, batch));
  const ends = new GroupCommit<RunEnd, true>(async (batch) => {
    await database.transaction(async (sql) =>
      tellEnds(sql, queue, registry.plans, await endRuns(sql, queue, batch)),
    );
    return batch.map(() => true);
  });
  const worker: Worker = new Worker({
    database,
    queue,
    queueName,
    logger,
    concurrency,
    drive: (run) =>
      driveRun(run, {
        ...parts,
        results,
        ends,
        stopping: () => worker.stopping,
        wakeAt: (at) => worker.wakeAt(at),
      }),
  });
  return worker;
}
