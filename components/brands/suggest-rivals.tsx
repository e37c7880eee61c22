"use client";

import { useMutation } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatNumber } from "@/components/ui/format";
import { Skeleton } from "@/components/ui/skeleton";
import { TickList, toggled } from "@/components/ui/tick-list";
import { useToast } from "@/components/ui/toast";
import type { SuggestedRivalsDto } from "@/server/analysis/contract";
import type { ProjectId } from "@/server/kernel/id";

interface Props {
  readonly org: string;
  readonly projectId: ProjectId;
}

const WANTED = 12;

/** Suggests rivals that the newest answers name. What stays ticked is added at once: all of it, or nothing with the reason. */
export function SuggestRivals({ org, projectId }: Props) {
  const router = useRouter();
  const say = useToast();
  const api = useApi();
  const [open, setOpen] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const asking = useMutation(api.analysis.suggestRivals.mutationOptions());
  const adding = useMutation(
    api.brands.addRivals.mutationOptions({
      onSuccess: (_, { names }) => {
        say({
          title:
            names.length === 1 ? `${names[0]} is added.` : `${formatNumber(names.length)} rivals are added.`,
          description: "Answers that come in from now on are read with them.",
        });
        setOpen(false);
        router.refresh();
      },
    }),
  );
  const ask = () => {
    setLeft(new Set());
    adding.reset();
    asking.mutate({ org, projectId, count: WANTED });
  };
  const change = (next: boolean) => {
    setOpen(next);
    if (next) ask();
  };
  const taken = (asking.data?.rivals ?? []).map(({ name }) => name).filter((name) => !left.has(name));
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button look="quiet" size="small">
          <Sparkles size={16} aria-hidden="true" />
          Suggest rivals
        </Button>
      }
      title="Suggest rivals"
      description="Brands that your newest answers name and that aren’t looked for yet. You choose which ones to add."
    >
      <div className="flex flex-col gap-4">
        {asking.isPending && <Skeleton label="Reading the newest answers" />}
        {asking.error && <ApiErrorNotice error={asking.error} />}
        {asking.data && (
          <TickList
            label="Suggested rivals"
            status={statusOf(asking.data)}
            items={asking.data.rivals.map((rival) => ({
              text: rival.name,
              detail: <Found {...rival} looked={asking.data.looked} />,
            }))}
            left={left}
            onToggle={(name) => setLeft((now) => toggled(now, name))}
          />
        )}
        {adding.error && <ApiErrorNotice error={adding.error} />}
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button look="plain" size="small" onClick={() => setOpen(false)}>
            Close
          </Button>
          {asking.error ? (
            <Button size="small" onClick={ask}>
              Try again
            </Button>
          ) : (
            <Button
              size="small"
              disabled={taken.length === 0 || asking.isPending}
              busy={adding.isPending}
              onClick={() => adding.mutate({ org, projectId, names: taken })}
            >
              {addWords(taken.length)}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function statusOf({ rivals, looked, provenance: { judge, promptVersion, why } }: SuggestedRivalsDto): string {
  if (looked === 0) return "No answers are stored yet: rivals are suggested from what answers name.";
  const read = looked === 1 ? "one answer" : `the newest ${formatNumber(looked)} answers`;
  const found =
    rivals.length === 0
      ? `Nobody in ${read} that isn’t looked for already.`
      : `${formatNumber(rivals.length)} found in ${read}.`;
  return `${found} ${why ?? `By ${judge}, ${promptVersion}.`}`;
}

function addWords(rivals: number): string {
  if (rivals === 0) return "Add rivals";
  return rivals === 1 ? "Add 1 rival" : `Add ${formatNumber(rivals)} rivals`;
}

function Found({ name, quote, answers, looked }: SuggestedRivalsDto["rivals"][number] & { looked: number }) {
  return (
    <span className="block text-ink-faint">
      <span className="tabular-nums">
        In {formatNumber(answers)} of {formatNumber(looked)}
      </span>
      {quote !== name && <q className="block text-ink-soft">{quote}</q>}
    </span>
  );
}
