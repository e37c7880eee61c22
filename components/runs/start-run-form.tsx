"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { useIdempotencyKey } from "@/components/api/use-idempotency-key";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { RunOptionsDto } from "@/server/runs/contract";
import { EngineChoice } from "./engine-choice";
import { QuoteSummary } from "./quote-summary";
import { count } from "./run-words";

interface Props {
  readonly address: ProjectAddress;
  readonly projectId: string;
  readonly options: RunOptionsDto;
  readonly onClose: () => void;
  /** How many to begin with. */
  readonly firstRepeats?: number;
  /** What leaving the form is called. */
  readonly leave?: string;
  /** What to do once it has started; left out: its page is opened. */
  readonly onStarted?: () => void;
}

/** Panel, engines and repeats, with the price of exactly that; the price stands on the button that starts it. */
export function StartRunForm({
  address,
  projectId,
  options,
  onClose,
  firstRepeats = 1,
  leave = "Cancel",
  onStarted,
}: Props) {
  const { panels, engines, maxRepeats, sandbox } = options;
  const [panelVersionId, setPanel] = useState(() => usualVersion(options));
  const [engineIds, setEngines] = useState(options.usualEngineIds);
  const [repeatsTyped, setRepeats] = useState(String(firstRepeats));
  const repeats = Number(repeatsTyped);
  const repeatsFine = Number.isInteger(repeats) && repeats >= 1 && repeats <= maxRepeats;
  const fine = repeatsFine && engineIds.length > 0;
  const wanted = { org: address.org, projectId, panelVersionId, engineIds: [...engineIds], repeats };
  const idempotencyKey = useIdempotencyKey(wanted);

  const api = useApi();
  const router = useRouter();
  const quote = useQuery({
    ...api.runs.quote.queryOptions(wanted),
    enabled: fine,
    placeholderData: keepPreviousData,
  });
  const start = useMutation(
    api.runs.request.mutationOptions({
      onSuccess: ({ runId }) => {
        if (onStarted) onStarted();
        else router.push(projectPath(address, "runs", runId));
      },
      onError: () => void quote.refetch(),
    }),
  );
  const current = fine && !quote.isPlaceholderData && !quote.isError;
  const priced = current ? quote.data : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (priced?.payable && !start.isPending) start.mutate({ ...wanted, idempotencyKey });
  };
  const price = priced ? `Start for ${count(priced.credits, "credit")}` : "Start";

  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {sandbox && (
        <p className="flex flex-wrap items-center gap-2 text-ink-soft text-sm">
          <Badge tone="caution">Sandbox</Badge> Every answer will be made up.
        </p>
      )}
      <SelectField label="Panel" value={panelVersionId} onChange={(event) => setPanel(event.target.value)}>
        {panels.map((panel) => (
          <option key={panel.panelVersionId} value={panel.panelVersionId}>
            {panel.name}, version {panel.version} ({count(panel.prompts, "prompt")})
          </option>
        ))}
      </SelectField>
      <EngineChoice engines={engines} chosen={engineIds} onChange={setEngines} />
      <TextField
        label="Repeats"
        type="number"
        inputMode="numeric"
        min={1}
        max={maxRepeats}
        value={repeatsTyped}
        onChange={(event) => setRepeats(event.target.value)}
        error={repeatsFine ? undefined : `A whole number from 1 to ${maxRepeats}.`}
        hint="How many times each prompt is asked of each engine."
      />
      {fine && quote.data && !quote.isError && <QuoteSummary quote={quote.data} stale={!current} />}
      {fine && quote.isError && <ApiErrorNotice error={quote.error} title="This can’t be run" />}
      {start.isError && <ApiErrorNotice error={start.error} title="The run was not started" />}
      <p className="sr-only" role="status">
        {priced && `${count(priced.credits, "credit")}, ${count(priced.asks, "ask")}`}
      </p>
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" busy={start.isPending || start.isSuccess} disabled={!priced?.payable}>
          {start.isPending || start.isSuccess ? "Starting" : price}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {leave}
        </Button>
      </div>
    </form>
  );
}

/** The newest version of the panel that was run last, or of the first one. */
function usualVersion({ panels, usualPanelId }: RunOptionsDto): string {
  const usual = panels.find(({ panelId }) => panelId === usualPanelId) ?? panels[0];
  return usual?.panelVersionId ?? "";
}
