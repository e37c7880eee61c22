"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import { useToast } from "@/components/ui/toast";

/** Lets a paused engine be asked again, after a question: whatever was wrong with it should be over. */
export function ResumeEngine({ engineId, label }: { engineId: string; label: string }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const resume = useMutation(
    useApi().operations.engines.resume.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        toast({ title: `${label} is asked again`, description: "That you did it stays on record." });
      },
      onSettled: () => router.refresh(),
    }),
  );
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        Resume<span className="sr-only"> {label}</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Resume ${label}?`}>
        <div className="flex flex-col gap-4 text-ink-soft text-sm">
          <p>
            Within a second asks reach it again. Asks that ended while it was paused are not asked again by
            themselves. Its breaker is left as it is.
          </p>
          {resume.isError && <ApiErrorNotice error={resume.error} title="It was not resumed" />}
          <DialogChoices otherwise="Not now" onOtherwise={() => setOpen(false)}>
            <Button busy={resume.isPending} onClick={() => resume.mutate({ engineId })}>
              {resume.isPending ? "Resuming" : "Resume it"}
            </Button>
          </DialogChoices>
        </div>
      </Dialog>
    </>
  );
}
