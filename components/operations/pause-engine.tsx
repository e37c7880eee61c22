"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import { TextField } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";

/** Pauses an engine for everybody, after it has said what that does and got a reason that customers read. */
export function PauseEngine({ engineId, label }: { engineId: string; label: string }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const router = useRouter();
  const toast = useToast();
  const pause = useMutation(
    useApi().operations.engines.pause.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        setReason("");
        toast({ title: `${label} is paused`, description: "That you did it stays on record." });
      },
      onSettled: () => router.refresh(),
    }),
  );
  const fine = reason.trim().length >= 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fine && !pause.isPending) pause.mutate({ engineId, reason });
  };
  return (
    <>
      <Button look="danger" size="small" onClick={() => setOpen(true)}>
        Pause<span className="sr-only"> {label}</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Pause ${label}?`}>
        <form onSubmit={submit} className="flex flex-col gap-4 text-ink-soft text-sm" noValidate>
          <ul className="flex list-disc flex-col gap-1.5 pl-5">
            <li>Within a second nobody’s ask reaches it any more, whichever org it is of.</li>
            <li>New runs with it are refused with your reason. Its open asks end as failed, and free.</li>
            <li>Runs that go on end as partial. What failed can be asked again after you resume it.</li>
          </ul>
          <TextField
            label="Reason"
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
            hint={`Customers read it after “${label} is paused:”. At least three signs.`}
            autoComplete="off"
          />
          {pause.isError && <ApiErrorNotice error={pause.error} title="It was not paused" />}
          <DialogChoices otherwise="Not now" onOtherwise={() => setOpen(false)}>
            <Button type="submit" look="danger" busy={pause.isPending} disabled={!fine}>
              {pause.isPending ? "Pausing" : "Pause it"}
            </Button>
          </DialogChoices>
        </form>
      </Dialog>
    </>
  );
}
