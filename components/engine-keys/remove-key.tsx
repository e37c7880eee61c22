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
import type { EngineKeyInput } from "@/server/engine-keys/contract";

/** Removes a key after it has said what becomes of the asks. */
export function RemoveKey({ org, provider, label }: { org: string; label: string } & EngineKeyInput) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const say = useToast();
  const { mutate, isPending, error } = useMutation(
    useApi().engineKeys.remove.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        say({ title: `The key of ${label} is removed.` });
        router.refresh();
      },
    }),
  );
  return (
    <>
      <Button look="plain" size="small" onClick={() => setOpen(true)}>
        Remove
        <span className="sr-only"> the key of {label}</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Remove the key of ${label}?`}>
        <div className="flex flex-col gap-4 text-ink-soft text-sm">
          <p>
            Asks that are bought from now on, those of a run under way included, are bought with our key.
            Yours is deleted here; at {label} it stays valid until you revoke it there.
          </p>
          {error && <ApiErrorNotice error={error} title="It was not removed" />}
          <DialogChoices otherwise="Keep it" onOtherwise={() => setOpen(false)}>
            <Button look="danger" busy={isPending} onClick={() => mutate({ org, provider })}>
              {isPending ? "Removing" : "Remove it"}
            </Button>
          </DialogChoices>
        </div>
      </Dialog>
    </>
  );
}
