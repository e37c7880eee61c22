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
import { isUpTo, isWholeUpTo } from "@/components/ui/typed-number";
import type { CheckSetting } from "@/server/facts/contract";
import type { ProjectId } from "@/server/kernel/id";

interface Props {
  readonly org: string;
  readonly projectId: ProjectId;
  readonly setting: CheckSetting;
}

/** How much of each run is checked. */
export function CheckSettingDialog(place: Props) {
  return (
    <SettingDialog
      title="What is checked"
      description="When a run has closed. Answers are drawn by chance, the same ones each time. What was checked stays."
    >
      {(close) => <CheckSettingForm {...place} onDone={close} />}
    </SettingDialog>
  );
}

function CheckSettingForm({ org, projectId, setting, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const say = useToast();
  const [percent, setPercent] = useState(String(Math.round(setting.share * 1_000) / 10));
  const [answers, setAnswers] = useState(String(setting.answersPerRun));
  const [pages, setPages] = useState(String(setting.pagesPerRun));
  const { mutate, isPending, error } = useMutation(
    useApi().facts.saveSetting.mutationOptions({
      onSuccess: () => {
        say({ title: "What is checked is changed.", description: "From the next run on." });
        onDone();
        router.refresh();
      },
    }),
  );
  const problems = {
    percent: isUpTo(percent, 100) ? undefined : "A share from 0 to 100 percent.",
    answers: isWholeUpTo(answers, 500) ? undefined : "A whole number from 0 to 500.",
    pages: isWholeUpTo(pages, 200) ? undefined : "A whole number from 0 to 200.",
  };
  const isGood = Object.values(problems).every((problem) => problem === undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isGood) return;
    const share = Number(percent) / 100;
    mutate({ org, projectId, share, answersPerRun: Number(answers), pagesPerRun: Number(pages) });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <TextField
        label="Share of the answers that is drawn, in percent"
        inputMode="decimal"
        autoComplete="off"
        value={percent}
        error={problems.percent}
        hint="Of those that name your brand."
        onChange={({ target }) => setPercent(target.value)}
      />
      <TextField
        label="Answers of a run that are read at most"
        inputMode="numeric"
        autoComplete="off"
        value={answers}
        error={problems.answers}
        hint="With an analysis model, each uses tokens of the month."
        onChange={({ target }) => setAnswers(target.value)}
      />
      <TextField
        label="Cited pages of a run that are looked at most"
        inputMode="numeric"
        autoComplete="off"
        value={pages}
        error={problems.pages}
        hint="Each once a run, as its robots.txt allows; 200 a day over all projects. 0: none."
        onChange={({ target }) => setPages(target.value)}
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
