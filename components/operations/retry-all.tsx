"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import { formatNumber } from "@/components/ui/format";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useToast } from "@/components/ui/toast";
import { functionName, lettersWords } from "./function-words";
import { useRetryAll } from "./use-retry-all";

/** Retries every letter of one function after it has said how many, a few at a time, and shows how far it is. */
export function RetryAll({ functionId, letters }: { functionId: string; letters: number }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const { run, progress, busy, error } = useRetryAll(functionId, (retried) => {
    setOpen(false);
    toast({
      title: `${lettersWords(retried)} of ${functionName(functionId)} retried`,
      description: "Those that fail again come back to this list.",
    });
    router.refresh();
  });
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        Retry all {formatNumber(letters)}
      </Button>
      <Dialog
        open={open}
        onOpenChange={(next) => !busy && setOpen(next)}
        title={`Retry ${lettersWords(letters)}?`}
      >
        <div className="flex flex-col gap-4 text-ink-soft text-sm">
          <p>
            Every job of <code className="wrap-anywhere font-mono text-ink">{functionName(functionId)}</code>{" "}
            that failed for good runs again from its finished steps. Mend what made them fail first: otherwise
            they come back.
          </p>
          {progress && (
            <div className="flex flex-col gap-1.5">
              <ProgressBar
                label="Retried"
                total={Math.max(letters, progress.retried)}
                done={progress.retried}
                parts={[{ label: "retried", value: progress.retried, tone: "good" }]}
              />
              <p role="status" className="tabular-nums">
                {formatNumber(progress.retried)} of {formatNumber(Math.max(letters, progress.retried))}{" "}
                retried
              </p>
            </div>
          )}
          {error && <ApiErrorNotice error={error} title="It stopped half way" />}
          <DialogChoices otherwise="Not now" disabled={busy} onOtherwise={() => setOpen(false)}>
            <Button busy={busy} onClick={run}>
              {busy ? "Retrying" : error ? "Go on" : `Retry all ${formatNumber(letters)}`}
            </Button>
          </DialogChoices>
        </div>
      </Dialog>
    </>
  );
}
