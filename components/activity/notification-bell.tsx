"use client";

import { Bell } from "lucide-react";
import { type ComponentProps, lazy, Suspense, useEffect, useState } from "react";
import type { ActivityDto } from "@/server/activity/contract";
import { setSeenUntil, useSeenUntil } from "./unseen";
import { useActivity } from "./use-activity";

interface Props {
  readonly org: string;
  readonly initial: ActivityDto;
}

const fetchList = () =>
  import("./notification-list").then(({ NotificationList }) => ({ default: NotificationList }));
const NotificationList = lazy(fetchList);

/** What ended lately, behind a bell that counts what this device hasn't shown yet. */
export function NotificationBell({ org, initial }: Props) {
  const { notifications } = useActivity(org, initial);
  const seenUntil = useSeenUntil(org);
  // What was new when it was opened stays marked while it is open.
  const [openedAt, setOpenedAt] = useState<{ readonly seenUntil: string | null }>();
  const newest = notifications[0]?.at ?? "";
  // A device that shows the bell for the first time begins from here: the past isn't news.
  useEffect(() => {
    if (seenUntil === null) setSeenUntil(org, newest);
  }, [org, newest, seenUntil]);
  const unseen = notifications.filter(({ at }) => seenUntil !== null && at > seenUntil).length;
  const open = () => {
    setOpenedAt({ seenUntil });
    setSeenUntil(org, newest);
  };
  const look = { unseen, onPointerEnter: () => void fetchList(), onFocus: () => void fetchList() };
  const closed = <BellButton {...look} aria-haspopup="dialog" aria-expanded={false} onClick={open} />;
  if (!openedAt) return closed;
  return (
    <Suspense fallback={closed}>
      <NotificationList
        {...{ org, notifications }}
        seenUntil={openedAt.seenUntil}
        onClose={() => setOpenedAt(undefined)}
        trigger={<BellButton unseen={0} />}
      />
    </Suspense>
  );
}

function BellButton({ unseen, ...button }: ComponentProps<"button"> & { unseen: number }) {
  return (
    <button
      {...button}
      type="button"
      aria-label={unseen === 0 ? "Notifications" : `Notifications, ${unseen} new`}
      className="relative grid size-9 shrink-0 cursor-pointer place-items-center rounded-md text-ink-soft hover:bg-paper hover:text-ink max-lg:size-11"
    >
      <Bell size={18} aria-hidden="true" />
      {unseen > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 font-semibold text-[0.65rem] text-accent-ink tabular-nums"
        >
          {unseen}
        </span>
      )}
    </button>
  );
}
