import type { Metadata } from "next";
import { OverviewView } from "@/components/overview/overview-view";
import { RunLive } from "@/components/runs/run-live";
import { projectPath } from "@/components/shell/project-path";
import { FirstNumbers } from "@/components/start/first-numbers";
import { FirstRun } from "@/components/start/first-run";
import { StartSteps } from "@/components/start/start-steps";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "First run" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
}

/** A project's first run: its engines and price before it has started, afterwards the run with its numbers. */
export default async function FirstRunPage({ params }: Props) {
  const address = await params;
  const { org } = address;
  const call = await api();
  const { projectId, name } = await call.projects.find(address);
  const { runs } = await call.runs.list({ org, projectId, limit: 1 });
  const [newest] = runs;
  const overviewLink = <ButtonLink href={projectPath(address)}>Open the overview</ButtonLink>;
  if (newest) {
    const { runId } = newest;
    const [run, overview] = await Promise.all([
      call.runs.page({ org, projectId, runId }),
      call.reports.overview({ org, projectId }),
    ]);
    return (
      <>
        <StartSteps step={4} />
        <RunLive key={runId} address={address} projectId={projectId} initial={run} />
        <FirstNumbers run={run}>
          <div className="mb-5">{overviewLink}</div>
          <OverviewView overview={overview} address={address} query={{}} />
        </FirstNumbers>
      </>
    );
  }
  const options = await call.runs.options({ org, projectId });
  return (
    <>
      <StartSteps step={3} />
      <PageHeader
        title={`The first run of ${name}`}
        detail="Every prompt is asked of each engine. You see the price first; an ask that fails costs nothing."
      />
      {options.panels.length > 0 && options.mayStart ? (
        <FirstRun {...{ address, projectId, options }} />
      ) : (
        <EmptyState
          title={options.mayStart ? "There is nothing to ask yet" : "Your role can look at runs"}
          action={
            options.mayStart ? (
              <ButtonLink href={projectPath(address, "prompts")}>Write the first prompts</ButtonLink>
            ) : (
              overviewLink
            )
          }
        >
          {options.mayStart
            ? "A run needs prompts: the questions that a buyer would type."
            : "To start one, ask an admin of the organisation."}
        </EmptyState>
      )}
    </>
  );
}
