"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { useIdempotencyKey } from "@/components/api/use-idempotency-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import type { RunPageDto } from "@/server/runs/contract";
import { count } from "./run-words";

/** Cancels after it has said what that does to the asks and the credits. */
export function CancelRun({ org, run, onDone }: { org: string; run: RunPageDto; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  // Each opening is a request of its own.
  const idempotencyKey = useIdempotencyKey(open);
  const cancel = useMutation(
    useApi().runs.cancel.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        onDone();
      },
      onError: onDone,
    }),
  );
  return (
    <>
      <Button look="danger" size="small" onClick={() => setOpen(true)}>
        Cancel the run
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Cancel this run?">
        <div className="flex flex-col gap-4 text-ink-soft text-sm">
          <Consequences run={run} />
          {cancel.isError && <ApiErrorNotice error={cancel.error} title="It was not cancelled" />}
          <DialogChoices otherwise="Let it go on" onOtherwise={() => setOpen(false)}>
            <Button
              look="danger"
              busy={cancel.isPending}
              onClick={() => cancel.mutate({ org, runId: run.runId, idempotencyKey })}
            >
              Cancel the run
            </Button>
          </DialogChoices>
        </div>
      </Dialog>
    </>
  );
}

function Consequences({ run: { asks, credits } }: { run: RunPageDto }) {
  if (credits.reserved === 0) {
    return <p>Nothing was asked or reserved yet, so it costs nothing.</p>;
  }
  return (
    <ul className="flex list-disc flex-col gap-1.5 pl-5">
      {asks.planned > 0 && <li>{count(asks.planned, "planned ask")} won’t be asked and cost nothing.</li>}
      {asks.claimed > 0 && (
        <li>
          {count(asks.claimed, "call")} in flight {asks.claimed === 1 ? "finishes" : "finish"}: what comes
          back is stored and charged.
        </li>
      )}
      {asks.answered > 0 && (
        <li>{count(asks.answered, "answer")} that came already stay, and stay charged.</li>
      )}
      <li>What is left of the {count(credits.reserved, "reserved credit")} goes back when the run closes.</li>
    </ul>
  );
}
