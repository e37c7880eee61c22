import { readStatements, type SaveFactInput, saveCheckSetting, saveFact } from "@/server/facts";
import type { RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import type { DemoProject } from "./project-of";

/** What the made-up brand's owner would write down. The answers agree with all of it but the colours. */
const FACTS: readonly Omit<SaveFactInput, "brandId">[] = [
  {
    topic: "founding",
    statement: "Founded in 2014",
    value: { kind: "date", date: "2014" },
    sourceUrl: "https://halvorn.example/about",
  },
  {
    topic: "price",
    statement: "The Rise 2 costs $549",
    value: { kind: "number", number: 549, unit: "USD" },
    sourceUrl: "https://halvorn.example/rise-2",
  },
  {
    topic: "feature",
    statement: "Has an anti-collision sensor",
    value: { kind: "yes_no", yes: true },
  },
  {
    topic: "feature",
    statement: "The warranty covers frame and electronics",
    value: { kind: "yes_no", yes: true },
    sourceUrl: "https://halvorn.example/warranty",
  },
  {
    topic: "feature",
    statement: "The desktop comes in few colours",
    value: { kind: "yes_no", yes: false },
    validFrom: "2026-03-01",
  },
];
/** Runs whose answers are read, newest last: enough for a screen that is alive. */
const READ_RUNS = 7;

/** The own brand's facts, and no statement read while runs are played: which answers are drawn is chance. */
export async function keepFacts({ projectId, ownBrandId }: DemoProject): Promise<void> {
  unwrap(await saveCheckSetting({ projectId, share: 0, answersPerRun: 100, pagesPerRun: 20 }));
  for (const fact of FACTS) unwrap(await saveFact({ brandId: ownBrandId, ...fact }));
}

/** What every answer of the latest runs says of the own brand, as the job that follows a run reads it. */
export async function readLatest({ projectId }: DemoProject, runIds: readonly RunId[]): Promise<void> {
  unwrap(await saveCheckSetting({ projectId, share: 1, answersPerRun: 100, pagesPerRun: 20 }));
  for (const runId of runIds.slice(-READ_RUNS)) {
    let read = 1;
    while (read > 0) ({ read } = unwrap(await readStatements(runId)));
  }
}
