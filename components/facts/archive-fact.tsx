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
import type { FactDto } from "@/server/facts/contract";

/** Takes a fact out of the sheet after it has said what becomes of statements, with an undo; or puts it back. */
export function ArchiveFact({ org, fact }: { org: string; fact: FactDto }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const say = useToast();
  const api = useApi();
  const input = { org, factId: fact.factId };
  const restore = useMutation(
    api.facts.restore.mutationOptions({
      onSuccess: () => {
        say({ title: "The fact is back in the sheet." });
        router.refresh();
      },
      onError: ({ message }) => say({ title: "It was not restored.", description: message }),
    }),
  );
  const archive = useMutation(
    api.facts.archive.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        say({ title: "The fact is archived.", undo: () => restore.mutate(input) });
        router.refresh();
      },
    }),
  );
  if (fact.archived)
    return (
      <Button look="quiet" size="small" busy={restore.isPending} onClick={() => restore.mutate(input)}>
        Restore<span className="sr-only"> {fact.statement}</span>
      </Button>
    );
  const { right, wrong } = fact.decided;
  return (
    <>
      <Button look="plain" size="small" onClick={() => setOpen(true)}>
        Archive<span className="sr-only"> {fact.statement}</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Archive this fact?">
        <div className="flex flex-col gap-4 text-ink-soft text-sm">
          <p className="wrap-anywhere font-medium text-ink">{fact.statement}</p>
          <p>
            {right + wrong === 0
              ? "No statement was decided by it."
              : `${right + wrong === 1 ? "One statement was" : `${right + wrong} statements were`} decided by it, and will be held against the other facts.`}{" "}
            Its versions stay, and it can be restored.
          </p>
          {archive.error && <ApiErrorNotice error={archive.error} title="It was not archived" />}
          <DialogChoices otherwise="Keep it" onOtherwise={() => setOpen(false)}>
            <Button look="danger" busy={archive.isPending} onClick={() => archive.mutate(input)}>
              {archive.isPending ? "Archiving" : "Archive it"}
            </Button>
          </DialogChoices>
        </div>
      </Dialog>
    </>
  );
}
