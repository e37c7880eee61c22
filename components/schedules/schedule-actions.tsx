"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import type { ScheduleDto } from "@/server/schedules/contract";

interface Props {
  readonly org: string;
  readonly projectId: string;
  readonly schedule: ScheduleDto;
}

/** Pause or resume at once, since either is undone by the other; removing asks first. */
export function ScheduleActions({ org, projectId, schedule }: Props) {
  const api = useApi();
  const router = useRouter();
  const settled = { onSuccess: () => router.refresh() };
  const pause = useMutation(api.schedules.pause.mutationOptions(settled));
  const resume = useMutation(api.schedules.resume.mutationOptions(settled));
  const named = { org, projectId, scheduleId: schedule.scheduleId };
  const turn = schedule.paused ? resume : pause;
  return (
    <>
      <Button look="quiet" size="small" busy={turn.isPending} onClick={() => turn.mutate(named)}>
        {schedule.paused ? "Resume" : "Pause"}
      </Button>
      <RemoveSchedule named={named} panelName={schedule.panelName} />
      {turn.isError && <ApiErrorNotice error={turn.error} title="Nothing was changed" />}
    </>
  );
}

function RemoveSchedule({
  named,
  panelName,
}: {
  named: { org: string; projectId: string; scheduleId: ScheduleDto["scheduleId"] };
  panelName: string;
}) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const remove = useMutation(
    useApi().schedules.remove.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        router.refresh();
      },
    }),
  );
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        Remove
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Remove the schedule of ${panelName}?`}>
        <div className="flex flex-col gap-4 text-ink-soft text-sm">
          <p>
            Nothing is asked by itself any more, and the list of its days is gone. Runs and answers stay. To
            stop it for a while, pause it instead.
          </p>
          {remove.isError && <ApiErrorNotice error={remove.error} title="It was not removed" />}
          <DialogChoices otherwise="Keep it" onOtherwise={() => setOpen(false)}>
            <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate(named)}>
              Remove the schedule
            </Button>
          </DialogChoices>
        </div>
      </Dialog>
    </>
  );
}
