import Link from "next/link";
import type { ReactNode } from "react";
import { count } from "@/components/runs/run-words";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { ScheduleDayDto, ScheduleDto } from "@/server/schedules/contract";
import { cadenceWords, localMoment } from "./schedule-words";

interface Props {
  readonly address: ProjectAddress;
  readonly schedule: ScheduleDto;
  /** What one may do with it; nothing for who may only look. */
  readonly actions: ReactNode;
}

/** One schedule: when, on what, for how much, and what became of its last days. */
export function ScheduleCard({ address, schedule, actions }: Props) {
  const { panelName, paused, nextAt, timeZone, engines, repeats, lately } = schedule;
  return (
    <Card
      title={panelName}
      detail={
        <>
          {cadenceWords(schedule)}, {timeZone} {paused && <Badge tone="caution">Paused</Badge>}
        </>
      }
      action={actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    >
      <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-3">
        <Fact name="Next run">
          {nextAt === null ? (
            "none while it is paused"
          ) : (
            <time dateTime={nextAt}>{localMoment(nextAt, timeZone)}</time>
          )}
        </Fact>
        <Fact name="Price">
          {count(schedule.creditsARun, "credit")} a run, about {count(schedule.creditsAMonth, "credit")} a
          month
        </Fact>
        <Fact name="Asks">
          {engines.map(({ label }) => label).join(", ")}; {count(repeats, "repeat")}
        </Fact>
      </dl>
      {lately.length > 0 && (
        <div className="mt-5 border-line border-t pt-4">
          <h3 className="font-medium text-sm">Lately</h3>
          <ul className="mt-2 flex flex-col gap-1.5 text-sm">
            {lately.map((day) => (
              <Day key={day.day} day={day} address={address} />
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}

function Day({ day: { day, runId, why }, address }: { day: ScheduleDayDto; address: ProjectAddress }) {
  return (
    <li className="flex flex-wrap gap-x-3">
      <time dateTime={day} className="text-ink-soft tabular-nums">
        {day}
      </time>
      {runId === null ? (
        <span className="text-caution">{why === null ? "starting" : `not started: ${why}`}</span>
      ) : (
        <Link
          href={projectPath(address, "runs", runId)}
          className="text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current"
        >
          its run
        </Link>
      )}
    </li>
  );
}
