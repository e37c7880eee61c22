"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SettingDialog } from "@/components/ui/setting-dialog";
import { useToast } from "@/components/ui/toast";
import { isUpTo } from "@/components/ui/typed-number";
import type { ProjectId } from "@/server/kernel/id";
import type { ReviewSetting } from "@/server/review/contract";

interface Props {
  readonly org: string;
  readonly projectId: ProjectId;
  readonly setting: ReviewSetting;
}

/** What comes into the queue. */
export function ReviewSettingDialog(place: Props) {
  return (
    <SettingDialog
      title="What is reviewed"
      description="When a run has closed. What is queued already stays."
    >
      {(close) => <ReviewSettingForm {...place} onDone={close} />}
    </SettingDialog>
  );
}

function ReviewSettingForm({ org, projectId, setting, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const say = useToast();
  const [threshold, setThreshold] = useState(String(Math.round(setting.confidence * 100) / 100));
  const [percent, setPercent] = useState(String(Math.round(setting.share * 1_000) / 10));
  const { mutate, isPending, error } = useMutation(
    useApi().review.saveSetting.mutationOptions({
      onSuccess: () => {
        say({ title: "What is reviewed is changed.", description: "From the next run on." });
        onDone();
        router.refresh();
      },
    }),
  );
  const problems = {
    threshold: isUpTo(threshold, 1) ? undefined : "A number from 0 to 1.",
    percent: isUpTo(percent, 100) ? undefined : "A share from 0 to 100 percent.",
  };
  const isGood = Object.values(problems).every((problem) => problem === undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isGood) mutate({ org, projectId, confidence: Number(threshold), share: Number(percent) / 100 });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <TextField
        label="Confidence below which a fact is reviewed"
        inputMode="decimal"
        autoComplete="off"
        value={threshold}
        error={problems.threshold}
        hint="The least sure first, at most 500 at a time. 0: none."
        onChange={({ target }) => setThreshold(target.value)}
      />
      <TextField
        label="Share of the answers that is drawn by chance, in percent"
        inputMode="decimal"
        autoComplete="off"
        value={percent}
        error={problems.percent}
        hint="Two people decide each of their facts. From these alone the extractor’s quality is measured."
        onChange={({ target }) => setPercent(target.value)}
      />
      {error && <ApiErrorNotice error={error} />}
      <div>
        <Button type="submit" busy={isPending} disabled={!isGood}>
          {isPending ? "Saving…" : "Save"}
        </Button>
      </div>
    </form>
  );
}
