"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useDeferredValue, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { EngineChoice } from "@/components/runs/engine-choice";
import { count } from "@/components/runs/run-words";
import { Button } from "@/components/ui/button";
import { DialogChoices } from "@/components/ui/dialog-choices";
import { SelectField, TextField } from "@/components/ui/field";
import { isWholeUpTo } from "@/components/ui/typed-number";
import type { RunOptionsDto } from "@/server/runs/contract";
import type { ScheduleDto } from "@/server/schedules/contract";
import { CreditsLast } from "./credits-last";
import { DayChoice } from "./day-choice";
import { TimeChoice } from "./time-choice";
import { useTimeZones } from "./use-time-zones";

export interface ScheduleFormProps {
  readonly org: string;
  readonly projectId: string;
  readonly options: RunOptionsDto;
  /** Panels that have none yet, to choose from; of an edited schedule, its own. */
  readonly panels: readonly { readonly panelId: string; readonly name: string }[];
  /** The one that is edited. */
  readonly schedule?: ScheduleDto;
  readonly onClose: () => void;
}

/** When a panel is asked by itself, on which engines, and what that costs; the price stands beside the button that saves. */
export function ScheduleForm({ org, projectId, options, panels, schedule, onClose }: ScheduleFormProps) {
  const zones = useTimeZones();
  const [panelId, setPanel] = useState(panels[0]?.panelId ?? "");
  const [engineIds, setEngines] = useState<readonly string[]>(
    schedule?.engines.map(({ engineId }) => engineId) ?? options.usualEngineIds,
  );
  const [repeatsTyped, setRepeats] = useState(String(schedule?.repeats ?? 1));
  const [days, setDays] = useState<readonly number[]>(schedule?.days ?? [1, 2, 3, 4, 5, 6, 7]);
  const [time, setTime] = useState(schedule?.time ?? null);
  const [chosenZone, setZone] = useState(schedule?.timeZone);
  const timeZone = chosenZone ?? zones.own;
  const repeatsFine = isWholeUpTo(repeatsTyped, options.maxRepeats) && Number(repeatsTyped) >= 1;
  const fine = repeatsFine && engineIds.length > 0 && days.length > 0 && time !== "";
  const wanted = {
    ...{ org, projectId, panelId, timeZone, time },
    engineIds: [...engineIds],
    repeats: Number(repeatsTyped),
    days: [...days],
  };
  const api = useApi();
  const router = useRouter();
  const quote = useQuery({
    ...api.schedules.quote.queryOptions(useDeferredValue(wanted)),
    enabled: fine,
    placeholderData: keepPreviousData,
  });
  const save = useMutation(
    api.schedules.save.mutationOptions({
      onSuccess: () => {
        router.refresh();
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fine && !save.isPending) save.mutate(wanted);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {!schedule && (
        <SelectField label="Panel" value={panelId} onChange={({ target }) => setPanel(target.value)}>
          {panels.map((panel) => (
            <option key={panel.panelId} value={panel.panelId}>
              {panel.name}
            </option>
          ))}
        </SelectField>
      )}
      <DayChoice chosen={days} onChange={setDays} />
      <TimeChoice time={time} onChange={setTime} />
      <SelectField
        label="Time zone"
        value={timeZone}
        onChange={({ target }) => setZone(target.value)}
        hint="Its clocks count, also when they change in spring and autumn."
      >
        {zones.all(timeZone).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      <EngineChoice engines={options.engines} chosen={engineIds} onChange={setEngines} />
      <TextField
        label="Repeats"
        type="number"
        inputMode="numeric"
        min={1}
        max={options.maxRepeats}
        value={repeatsTyped}
        onChange={({ target }) => setRepeats(target.value)}
        error={repeatsFine ? undefined : `A whole number from 1 to ${options.maxRepeats}.`}
        hint="How many times each prompt is asked of each engine, in each run."
      />
      {fine && quote.data && !quote.isError && (
        <p
          role="status"
          className="rounded-md border border-line bg-sunken px-3.5 py-3 text-ink-soft text-sm leading-relaxed aria-busy:opacity-60"
          aria-busy={quote.isPlaceholderData}
        >
          <strong className="font-medium text-ink">{count(quote.data.creditsARun, "credit")} a run</strong>,
          about {count(quote.data.creditsAMonth, "credit")} a month. <CreditsLast {...quote.data} />
        </p>
      )}
      {fine && quote.isError && <ApiErrorNotice error={quote.error} title="This can’t be scheduled" />}
      {save.isError && <ApiErrorNotice error={save.error} title="It was not saved" />}
      <DialogChoices otherwise="Cancel" onOtherwise={onClose}>
        <Button type="submit" busy={save.isPending} disabled={!fine || quote.isError}>
          {schedule ? "Save" : "Schedule it"}
        </Button>
      </DialogChoices>
    </form>
  );
}
