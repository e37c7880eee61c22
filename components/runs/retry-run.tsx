"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { useIdempotencyKey } from "@/components/api/use-idempotency-key";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { RetryOffer, RunPageDto } from "@/server/runs/contract";
import { RestingNotice } from "./resting-notice";
import { count } from "./run-words";

interface Props {
  readonly address: ProjectAddress;
  readonly run: RunPageDto;
  readonly onRefused: () => void;
}

/** Asks what failed again, after it has said the price. */
export function RetryRun({ address, run: { runId, retry, available }, onRefused }: Props) {
  const [open, setOpen] = useState(false);
  // Each opening is a request of its own.
  const idempotencyKey = useIdempotencyKey(open);
  const router = useRouter();
  const again = useMutation(
    useApi().runs.retry.mutationOptions({
      onSuccess: (made) => router.push(projectPath(address, "runs", made.runId)),
      onError: onRefused,
    }),
  );
  if (!retry || retry.problem) return null;
  const { credits } = retry;
  const left = available - credits;
  const busy = again.isPending || again.isSuccess;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {offerWords(retry)}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`${offerWords(retry)}?`}>
        <div className="flex flex-col gap-4 text-ink-soft text-sm">
          <p>
            A new run asks exactly {retry.asks === 1 ? "this ask" : "these asks"}, at today’s price, with a
            reservation of its own. This run stays as it is.{" "}
            {left >= 0 &&
              `${formatNumber(left)} of ${formatNumber(available)} credits are left for other runs.`}
          </p>
          <RestingNotice resting={retry.resting} />
          {left < 0 && (
            <Notice tone="caution" title={`${count(-left, "credit")} missing`}>
              {formatNumber(available)} are available. Ask an owner to top up.
            </Notice>
          )}
          {again.isError && <ApiErrorNotice error={again.error} title="They were not asked again" />}
          <DialogChoices otherwise="Not now" onOtherwise={() => setOpen(false)}>
            <Button
              busy={busy}
              disabled={left < 0}
              onClick={() => again.mutate({ org: address.org, runId, idempotencyKey })}
            >
              {busy ? "Starting" : `Start for ${count(credits, "credit")}`}
            </Button>
          </DialogChoices>
        </div>
      </Dialog>
    </>
  );
}

function offerWords({ asks, credits }: RetryOffer): string {
  return `Ask the ${asks === 1 ? "failed ask" : `${formatNumber(asks)} failed asks`} again for ${count(credits, "credit")}`;
}
