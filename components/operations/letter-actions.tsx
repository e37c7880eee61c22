"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { DeadLetterDto } from "@/server/operations/contract";
import { DropLetter } from "./drop-letter";
import { functionName } from "./function-words";
import { retryWords } from "./retry-words";

/** Retry and drop, each with what it does. Both lead back to the list; a letter that somebody else handled says by whom. */
export function LetterActions({ letter, listPath }: { letter: DeadLetterDto; listPath: string }) {
  const router = useRouter();
  const toast = useToast();
  const api = useApi().operations.deadLetters;
  const backWith = (title: string, description: string) => {
    toast({ title, description });
    router.push(listPath);
    router.refresh();
  };
  const retry = useMutation(
    api.retry.mutationOptions({
      onSuccess: () =>
        backWith(
          `${functionName(letter.functionId)} runs again`,
          "If it fails again, it comes back to this list.",
        ),
      onError: () => router.refresh(),
    }),
  );
  const drop = useMutation(
    api.drop.mutationOptions({
      onSuccess: () =>
        backWith(`${functionName(letter.functionId)} dropped`, "That you did it stays on record."),
      onError: () => router.refresh(),
    }),
  );
  const { letterId } = letter;
  const handled = retry.isSuccess || drop.isSuccess;
  const retrying = retry.isPending || retry.isSuccess;
  return (
    <div className="flex flex-col gap-4">
      {retry.isError && <ApiErrorNotice error={retry.error} title="It was not retried" />}
      <div className="grid gap-4 md:grid-cols-2">
        <section aria-label="Retry" className="flex flex-col items-start justify-between gap-3">
          <p className="text-ink-soft text-sm">{retryWords(letter.steps)}</p>
          <Button
            busy={retrying}
            disabled={drop.isPending || handled}
            onClick={() => retry.mutate({ letterId })}
          >
            {retrying ? "Retrying" : "Retry"}
          </Button>
        </section>
        <section
          aria-label="Drop"
          className="flex flex-col items-start justify-between gap-3 max-md:border-line max-md:border-t max-md:pt-4"
        >
          <p className="text-ink-soft text-sm">
            Gives the job up for good: for one that can’t succeed any more, or whose work was done otherwise.
          </p>
          <DropLetter
            letter={letter}
            busy={drop.isPending || drop.isSuccess}
            disabled={retrying || handled}
            error={drop.error}
            onDrop={() => drop.mutate({ letterId })}
          />
        </section>
      </div>
    </div>
  );
}
