"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type ApiError, useApi } from "@/components/api/use-api";

interface Progress {
  readonly retried: number;
  /** Where the next request goes on; undefined before the first. */
  readonly after: string | undefined;
}

const START: Progress = { retried: 0, after: undefined };

/** One request after another until all have been looked at. After an error `run` goes on where it stopped. */
export function useRetryAll(functionId: string, onDone: (retried: number) => void) {
  const page = useMutation(useApi().operations.deadLetters.retryAll.mutationOptions());
  const at = useRef<Progress>(START);
  const [progress, setProgress] = useState<Progress>();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      for (let more = true; more; ) {
        const { retried, after } = at.current;
        const done = await page.mutateAsync({ functionId, ...(after !== undefined && { after }) });
        at.current = { retried: retried + done.retried, after: done.next ?? undefined };
        setProgress(at.current);
        more = done.next !== null;
      }
      const { retried } = at.current;
      at.current = START;
      setProgress(undefined);
      onDone(retried);
    } catch {
      // `page.error` has it, and the dialog shows it.
    } finally {
      setBusy(false);
    }
  };
  const error: ApiError | null = busy ? null : page.error;
  return { run: () => void run(), progress, busy, error };
}
