"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import type { ProjectId } from "@/server/kernel/id";
import { answersWord } from "./reading-words";

interface Props {
  readonly org: string;
  readonly projectId: ProjectId;
  readonly stale: number;
  readonly onDone: () => void;
}

/** Starts it after it has said what changes and what stays. */
export function ConfirmReading({ org, projectId, stale, onDone }: Props) {
  const [open, setOpen] = useState(false);
  const start = useMutation(
    useApi().recompute.start.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        onDone();
      },
    }),
  );
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Read again, free
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Read the stored answers again?">
        <div className="flex flex-col gap-4 text-ink-soft text-sm">
          <ul className="flex list-disc flex-col gap-1.5 pl-5">
            <li>
              {stale > 0 ? `${answersWord(stale)} are` : "The numbers are"} read from what the engines sent,
              with the names and sites of now. No engine is asked, and no credit is charged.
            </li>
            <li>The numbers change. Those of before stay beside them, as a dashed line of the trend.</li>
            <li>What people decided in review stays as they decided it.</li>
            <li>Archived rivals aren’t looked for: they keep their numbers of before alone.</li>
          </ul>
          {start.isError && <ApiErrorNotice error={start.error} title="They were not read again" />}
          <DialogChoices otherwise="Leave them" onOtherwise={() => setOpen(false)}>
            <Button busy={start.isPending} onClick={() => start.mutate({ org, projectId })}>
              Read again
            </Button>
          </DialogChoices>
        </div>
      </Dialog>
    </>
  );
}
