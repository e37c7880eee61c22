import type { RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { getRun, hasEnded } from "@/server/runs";

const POLL_MS = 40;

/** Waits until every run has ended, telling how many of their asks have. A run that waits for credits is an error here. */
export async function watchRuns(
  runIds: readonly RunId[],
  onProgress: (ended: number) => void,
): Promise<void> {
  for (;;) {
    const runs = [];
    for (const runId of runIds) runs.push(unwrap(await getRun(runId)));
    const ended = runs.map(({ asks }) => asks.answered + asks.failed + asks.orphaned + asks.cancelled);
    onProgress(ended.reduce((sum, count) => sum + count, 0));
    if (runs.some((run) => run.state === "waiting_for_credits")) throw new Error("a run waits for credits");
    if (runs.every((run) => hasEnded(run.state))) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
