"use client";

import Link from "next/link";
import { projectPath } from "@/components/shell/project-path";
import type { ActivityDto } from "@/server/activity/contract";
import { useActivity } from "./use-activity";

interface Props {
  readonly org: string;
  readonly initial: ActivityDto;
}

/** The runs of the org that haven't ended, as one link: to the only one, or to the newest. Nothing while there is none. */
export function UnderWay({ org, initial }: Props) {
  const { underWay } = useActivity(org, initial);
  const [newest] = underWay;
  if (!newest) return null;
  const { workspace, project, ownBrand } = newest.project;
  const sum = (key: "ended" | "asks") => underWay.reduce((total, run) => total + run[key], 0);
  const [ended, asks] = [sum("ended"), sum("asks")];
  const waiting = underWay.every((run) => run.waiting);
  return (
    <Link
      href={projectPath({ org, workspace, project }, "runs", newest.runId)}
      className="flex flex-col gap-1.5 rounded-lg border border-line bg-surface px-3 py-2 text-sm hover:border-line-strong"
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate text-ink-soft">
          {underWay.length === 1 ? `Run for ${ownBrand}` : `${underWay.length} runs under way`}
        </span>
        <span className="shrink-0 font-semibold tabular-nums">
          {waiting ? "waits" : asks > 0 ? `${Math.floor((ended / asks) * 100)} %` : "begins"}
        </span>
      </span>
      <span aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-sunken">
        <span
          className="block h-full rounded-full bg-accent"
          style={{ width: `${asks > 0 ? (ended / asks) * 100 : 0}%` }}
        />
      </span>
      {waiting && <span className="text-ink-faint text-xs">It goes on when credits arrive.</span>}
    </Link>
  );
}
