"use client";

import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import type { ApiError } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import type { DeadLetterDto } from "@/server/operations/contract";
import { afterDrop, functionName } from "./function-words";

interface Props {
  readonly letter: DeadLetterDto;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly error: ApiError | null;
  readonly onDrop: () => void;
}

/** Drops after it has said what is deleted and what becomes of the job's work. */
export function DropLetter({ letter, busy, disabled, error, onDrop }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="danger" disabled={disabled} onClick={() => setOpen(true)}>
        Drop
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Drop this dead letter?">
        <div className="flex flex-col gap-4 text-ink-soft text-sm">
          <ul className="flex list-disc flex-col gap-1.5 pl-5">
            <li>
              Its event, its error and {stepsWords(letter.steps.length)} are deleted: it can’t be retried any
              more.
            </li>
            <li>
              <code className="wrap-anywhere font-mono text-ink">{functionName(letter.functionId)}</code>:{" "}
              {afterDrop(letter.functionId)}
            </li>
            <li>
              Your name and the time stay on record
              {letter.subject?.orgSlug == null
                ? "."
                : `, also in the audit log of ${letter.subject.orgSlug}.`}
            </li>
          </ul>
          {error && <ApiErrorNotice error={error} title="It was not dropped" />}
          <DialogChoices otherwise="Keep it" onOtherwise={() => setOpen(false)}>
            <Button look="danger" busy={busy} onClick={onDrop}>
              {busy ? "Dropping" : "Drop it"}
            </Button>
          </DialogChoices>
        </div>
      </Dialog>
    </>
  );
}

function stepsWords(steps: number): string {
  if (steps === 0) return "all else of it";
  return steps === 1 ? "what its step gave" : `what its ${steps} steps gave`;
}
