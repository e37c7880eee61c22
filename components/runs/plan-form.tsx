"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { SelectField, TextField } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { isUpTo, isWholeUpTo } from "@/components/ui/typed-number";
import type { PanelVersionId, ProjectId } from "@/server/kernel/id";
import { EngineChoice } from "./engine-choice";
import { PlanSummary } from "./plan-summary";

export interface PlannedPanel {
  readonly org: string;
  readonly projectId: ProjectId;
  readonly panelVersionId: PanelVersionId;
  /** Prompts of that version which name no brand themselves. */
  readonly prompts: number;
}

const ANSWERS = [
  [1, "1: a single day"],
  [2, "2: two days"],
  [3, "3: three days"],
  [5, "5: five days"],
  [7, "7: once a day"],
  [14, "14: twice a day"],
  [21, "21: three times a day"],
  [28, "28: four times a day"],
] as const;

/** Prompts, answers, engines and the presence that is expected, with what a week of it says. */
export function PlanForm({ org, projectId, panelVersionId, prompts: now }: PlannedPanel) {
  const [promptsTyped, setPrompts] = useState(String(Math.max(1, now)));
  const [answers, setAnswers] = useState(7);
  const [rateTyped, setRate] = useState("30");
  const [chosen, setChosen] = useState<readonly string[]>();
  const api = useApi();
  const options = useQuery(api.runs.options.queryOptions({ org, projectId }));
  const engineIds = chosen ?? options.data?.usualEngineIds ?? [];
  const most = options.data?.maxPlannedPrompts ?? 0;
  const promptsFine = isWholeUpTo(promptsTyped, most) && Number(promptsTyped) >= 1;
  const rateFine = isUpTo(rateTyped, 99) && Number(rateTyped) >= 1;
  const wanted = useDeferredValue({
    prompts: Number(promptsTyped),
    answers,
    rate: Number(rateTyped) / 100,
    engineIds: [...engineIds],
  });
  const fine = promptsFine && rateFine && engineIds.length > 0;
  const plan = useQuery({
    ...api.runs.plan.queryOptions({ org, projectId, panelVersionId, ...wanted }),
    enabled: fine,
    placeholderData: keepPreviousData,
  });
  if (options.isError)
    return <ApiErrorNotice error={options.error} title="Engines and prices could not be read" />;
  if (!options.data) return <Skeleton label="Loading engines and prices" />;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label="Prompts"
          type="number"
          inputMode="numeric"
          min={1}
          max={most}
          value={promptsTyped}
          onChange={({ target }) => setPrompts(target.value)}
          error={promptsFine ? undefined : `A whole number from 1 to ${most}.`}
          hint={`Without a brand’s name. The panel has ${now}.`}
        />
        <SelectField
          label="Answers a week"
          value={answers}
          onChange={({ target }) => setAnswers(Number(target.value))}
          hint="To each prompt, on each engine."
        >
          {ANSWERS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Expected presence, %"
          type="number"
          inputMode="decimal"
          min={1}
          max={99}
          value={rateTyped}
          onChange={({ target }) => setRate(target.value)}
          error={rateFine ? undefined : "A number from 1 to 99."}
          hint="The overview has yours."
        />
      </div>
      <EngineChoice engines={options.data.engines} chosen={engineIds} onChange={setChosen} />
      {fine && plan.data && !plan.isError && (
        <PlanSummary
          plan={plan.data}
          stale={plan.isPlaceholderData}
          onPrompts={(count) => setPrompts(String(count))}
        />
      )}
      {fine && plan.isError && <ApiErrorNotice error={plan.error} title="This can’t be planned" />}
    </div>
  );
}
