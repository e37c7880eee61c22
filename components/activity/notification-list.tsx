"use client";

import Link from "next/link";
import type { ReactElement } from "react";
import { projectPath } from "@/components/shell/project-path";
import { classNames } from "@/components/ui/class-names";
import { formatDay } from "@/components/ui/format";
import { Popover } from "@/components/ui/popover";
import type { NotificationDto } from "@/server/activity/contract";

interface Props {
  readonly org: string;
  readonly notifications: readonly NotificationDto[];
  /** ISO moment; what is later is marked as new. Null: this device opens them for the first time, and nothing is. */
  readonly seenUntil: string | null;
  readonly onClose: () => void;
  readonly trigger: ReactElement;
}

const DOTS: Readonly<Record<NotificationDto["tone"], string>> = {
  good: "bg-accent",
  caution: "bg-caution",
  bad: "bg-danger",
  neutral: "bg-line-strong",
};

/** What the bell opens; open as soon as it is there. */
export function NotificationList({ org, notifications, seenUntil, onClose, trigger }: Props) {
  return (
    <Popover title="Notifications" trigger={trigger} defaultOpen onClose={onClose}>
      {notifications.length === 0 ? (
        <p className="text-ink-soft">
          Nothing yet. When a run has ended, a schedule could not start one, or answers were read again, it is
          said here.
        </p>
      ) : (
        <ul className="-mx-2 flex flex-col">
          {notifications.map((each) => (
            <li key={each.id}>
              <Link
                href={hrefOf(org, each)}
                onClick={onClose}
                className="flex gap-3 rounded-md px-2 py-2 hover:bg-sunken"
              >
                <span
                  aria-hidden="true"
                  className={classNames("mt-1.5 size-2 shrink-0 rounded-full", DOTS[each.tone])}
                />
                <span className="min-w-0 flex-1">
                  <span className="flex items-baseline justify-between gap-3">
                    <span className="font-medium">
                      {each.title}
                      {seenUntil !== null && each.at > seenUntil && (
                        <span className="ml-2 font-normal text-accent text-xs">new</span>
                      )}
                    </span>
                    <time dateTime={each.at} className="shrink-0 text-ink-faint text-xs">
                      {formatDay(each.at)}
                    </time>
                  </span>
                  <span className="block text-ink-soft">{each.project.ownBrand}</span>
                  <span className="block text-ink-faint text-xs">{each.detail}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}

/** A run's own page, the schedules, or the brands, where answers are read again. */
function hrefOf(org: string, { kind, project, runId }: NotificationDto): string {
  const address = { org, workspace: project.workspace, project: project.project };
  if (runId) return projectPath(address, "runs", runId);
  return projectPath(address, kind === "schedule" ? "schedules" : "brands");
}
