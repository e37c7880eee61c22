"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { SettingDialog } from "@/components/ui/setting-dialog";
import { useToast } from "@/components/ui/toast";
import { RAW_BODY_DAYS, type RetentionDto } from "@/server/retention/contract";
import { keptFor } from "./retention-words";

interface Props {
  readonly org: string;
  readonly retention: RetentionDto;
}

/** Chooses how long raw bodies are kept; says before it is done what it deletes. */
export function RetentionDialog(props: Props) {
  return (
    <SettingDialog
      title="How long they are kept"
      description="Counted from the end of the run. Answers, citations and numbers stay."
    >
      {(close) => <RetentionForm {...props} onDone={close} />}
    </SettingDialog>
  );
}

function RetentionForm({ org, retention, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const say = useToast();
  const [days, setDays] = useState(retention.rawBodyDays);
  const { mutate, isPending, error } = useMutation(
    useApi().retention.save.mutationOptions({
      onSuccess: () => {
        say({ title: `Raw bodies are kept ${keptFor(days).toLowerCase()}.` });
        onDone();
        router.refresh();
      },
    }),
  );
  const lost = retention.older.find((each) => each.days === days)?.answers ?? 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ org, rawBodyDays: days });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <fieldset className="grid gap-1 sm:grid-cols-2">
        <legend className="sr-only">Raw bodies are kept</legend>
        {RAW_BODY_DAYS.map((choice) => (
          <label
            key={choice}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2 hover:bg-sunken"
          >
            <input
              type="radio"
              name="days"
              checked={choice === days}
              onChange={() => setDays(choice)}
              className="size-4.5 accent-accent"
            />
            {keptFor(choice)}
          </label>
        ))}
      </fieldset>
      {lost > 0 && (
        <Notice
          tone="caution"
          title={`The raw bodies of ${formatNumber(lost)} ${lost === 1 ? "answer" : "answers"} are deleted within the hour`}
        >
          They don’t come back. Those answers can’t be read again when you change a brand or we improve the
          reading; their text, citations and hashes stay.
        </Notice>
      )}
      {error && <ApiErrorNotice error={error} />}
      <div>
        <Button
          type="submit"
          look={lost > 0 ? "danger" : "primary"}
          busy={isPending}
          disabled={days === retention.rawBodyDays}
        >
          {isPending ? "Saving…" : lost > 0 ? "Delete them and save" : "Save"}
        </Button>
      </div>
    </form>
  );
}
