import { getAnswer, listAnswers } from "@/server/answers";
import { unwrap } from "@/server/kernel/result";
import { listPanels } from "@/server/panels";
import { getChanges, getFalseAlarms, getOverview, listFilterOptions } from "@/server/reports";
import { listRuns, recordAnswer } from "@/server/runs";
import { listSources } from "@/server/sources";
import type { OverviewMarket } from "./open-market";

interface BenchQuery {
  readonly label: string;
  /** Runs grow with the asks of a run, not with the history. */
  readonly limit: "query" | "recording" | "none";
  readonly ask: (market: OverviewMarket) => Promise<unknown>;
}

/** What the screens of a project ask for, and the recording of one answer. */
export const QUERIES: readonly BenchQuery[] = [
  query("overview", ({ big }) => getOverview(big)),
  query("overview, a window of a year ago", ({ big }) => getOverview({ ...big, window: "2025-11-17" })),
  query("what the filters offer", ({ big }) => listFilterOptions(big)),
  query("sources", ({ big }) => listSources(big)),
  query("sources of one engine and class, second page", ({ big }) =>
    listSources({ ...big, engine: "claude", class: "editorial", cursor: { value: 1, domain: "" } }),
  ),
  {
    label: "sources by citations, which grow with the domains of a week",
    limit: "none",
    ask: async ({ big }) => unwrap(await listSources({ ...big, sort: "citations" })),
  },
  query("panels", ({ big }) => listPanels(big)),
  query("answers to a prompt", ({ big, promptId }) => listAnswers({ ...big, prompt: promptId })),
  query("an answer with its cell", ({ answerId }) => getAnswer({ answerId })),
  query("answers, page two", ({ big, cursor }) => listAnswers({ ...big, cursor })),
  query("answers of an engine", ({ big, cursor }) => listAnswers({ ...big, engine: "grok", cursor })),
  query("answers that cite a class of site", ({ big, cursor }) =>
    listAnswers({ ...big, class: "review", cursor }),
  ),
  {
    label: "changes since the window before, which grow with what a week asks",
    limit: "none",
    ask: async ({ big }) => unwrap(await getChanges(big)),
  },
  {
    label: "false alarms, which grow with what twelve weeks ask, up to 30,000 asks",
    limit: "none",
    ask: async ({ big }) => unwrap(await getFalseAlarms(big)),
  },
  {
    label: "20 runs, which grow with what a run asks",
    limit: "none",
    ask: async ({ big }) => unwrap(await listRuns({ projectId: big.projectId, limit: 20 })),
  },
  {
    label: "recording an answer",
    limit: "recording",
    ask: async ({ bought }) => {
      const next = bought.pop();
      if (!next) throw new Error("no bought answer is left");
      unwrap(await recordAnswer(next.askId, next.leaseToken));
    },
  },
];

function query(
  label: string,
  ask: (market: OverviewMarket) => Promise<Parameters<typeof unwrap>[0]>,
): BenchQuery {
  return { label, limit: "query", ask: async (market) => unwrap(await ask(market)) };
}
