import type { Metadata } from "next";
import { CreditsLast } from "@/components/schedules/credits-last";
import { ScheduleActions } from "@/components/schedules/schedule-actions";
import { ScheduleCard } from "@/components/schedules/schedule-card";
import { ScheduleDialog } from "@/components/schedules/schedule-dialog";
import { projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Schedules" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
}

/** What is asked by itself, when, and how long the credits last for it. */
export default async function SchedulesPage({ params }: Props) {
  const address = await params;
  const { org } = address;
  const call = await api();
  const { projectId } = await call.projects.find(address);
  const [{ schedules, available, dryAt, mayChange }, options] = await Promise.all([
    call.schedules.list({ org, projectId }),
    call.runs.options({ org, projectId }),
  ]);
  const free = options.panels.filter(({ panelId }) => schedules.every((each) => each.panelId !== panelId));
  const add = mayChange && free.length > 0 && (
    <ScheduleDialog {...{ org, projectId, options }} panels={free} />
  );
  return (
    <>
      <PageHeader
        title="Schedules"
        detail="Panels that are asked by themselves, always in their newest version."
        actions={
          <>
            <ButtonLink href={projectPath(address, "runs")} look="quiet" size="small">
              All runs
            </ButtonLink>
            {schedules.length > 0 && add}
          </>
        }
      />
      {schedules.length === 0 ? (
        <EmptyState
          title="Nothing is scheduled"
          action={
            add ||
            (mayChange && (
              <ButtonLink href={projectPath(address, "prompts")}>Write the first prompts</ButtonLink>
            ))
          }
        >
          <p>
            One answer a day to each prompt, over weeks, is what makes a change tell itself from chance.
            Choose days and a time zone; you see what it costs a month, and how long the credits last, before
            you save.
          </p>
          {options.panels.length === 0 && (
            <p className="mt-3">It needs prompts first: the questions that a buyer would type.</p>
          )}
          {!mayChange && <p className="mt-3">Somebody who may start runs has to set it up.</p>}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-5">
          {schedules.some(({ paused }) => !paused) && (
            <p className="text-ink-soft">
              <CreditsLast available={available} dryAt={dryAt} />
            </p>
          )}
          {schedules.map((schedule) => (
            <ScheduleCard
              key={schedule.scheduleId}
              address={address}
              schedule={schedule}
              actions={
                mayChange && (
                  <>
                    <ScheduleDialog
                      {...{ org, projectId, options, schedule }}
                      panels={[{ panelId: schedule.panelId, name: schedule.panelName }]}
                    />
                    <ScheduleActions {...{ org, projectId, schedule }} />
                  </>
                )
              }
            />
          ))}
        </div>
      )}
    </>
  );
}
