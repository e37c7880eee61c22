import type { Metadata } from "next";
import { RefreshWhileOpen } from "@/components/runs/refresh-while-open";
import { RunList } from "@/components/runs/run-list";
import { RunsEmpty } from "@/components/runs/runs-empty";
import { StartRun } from "@/components/runs/start-run";
import { projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { ListRunsInput } from "@/server/runs/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Runs" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
  readonly searchParams: Promise<{ before?: string | string[] }>;
}

/** Every run and import of the project, and the way to a new one. */
export default async function RunsPage({ params, searchParams }: Props) {
  const address = await params;
  const { org } = address;
  const before = ListRunsInput.shape.before.safeParse((await searchParams).before).data;
  const call = await api();
  const { projectId } = await call.projects.find(address);
  const [{ runs, next }, options] = await Promise.all([
    call.runs.list({ org, projectId, ...(before && { before }) }),
    call.runs.options({ org, projectId }),
  ]);
  const path = projectPath(address, "runs");
  const canStart = options.mayStart && options.panels.length > 0;
  const start = canStart && <StartRun {...{ address, projectId, options }} />;
  return (
    <>
      <PageHeader
        title="Runs"
        detail="A run asks a panel of prompts on some engines and keeps every answer. Times are in UTC."
        actions={
          <>
            {options.panels.length > 0 && (
              <ButtonLink href={projectPath(address, "schedules")} look="quiet" size="small">
                Schedules
              </ButtonLink>
            )}
            {runs.length > 0 && start}
          </>
        }
      />
      {runs.length === 0 && before === undefined ? (
        <RunsEmpty {...{ address, options }} start={start} />
      ) : (
        <RunList address={address} runs={runs} />
      )}
      <RefreshWhileOpen open={runs.some(({ ended }) => !ended)} />
      {(before !== undefined || next !== null) && (
        <nav aria-label="Pages" className="mt-5 flex flex-wrap gap-2.5">
          {before !== undefined && (
            <ButtonLink href={path} look="quiet" size="small">
              Newest runs
            </ButtonLink>
          )}
          {next !== null && (
            <ButtonLink href={`${path}?before=${next}`} look="quiet" size="small">
              Older runs
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}
