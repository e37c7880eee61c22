"use client";

import { useMutation } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { type FormEvent, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { toggled } from "@/components/ui/tick-list";
import type { ProjectId } from "@/server/kernel/id";
import { AddPrompts } from "./add-prompts";
import { questionKey } from "./clean-text";
import { BLANK_PROMPT, type DraftPrompt } from "./panel-draft";
import { PROMPT_LIMITS } from "./prompt-limits";
import { SuggestionList } from "./suggestion-list";

interface Props {
  readonly org: string;
  readonly projectId: ProjectId;
  /** `questionKey` of every prompt that stands in the editor. */
  readonly held: ReadonlySet<string>;
  readonly onTake: (prompts: readonly DraftPrompt[]) => void;
}

const WANTED = 12;

/** Suggests prompts to choose from. Taken ones stand in the editor, as if typed: nothing is saved here. */
export function SuggestDialog({ org, projectId, held, onTake }: Props) {
  const [open, setOpen] = useState(false);
  const [category, setCategory] = useState("");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const asking = useMutation(useApi().analysis.suggestPrompts.mutationOptions());
  const fresh = (asking.data?.prompts ?? []).filter(
    (each) => !held.has(questionKey({ ...BLANK_PROMPT, ...each })),
  );
  const room = PROMPT_LIMITS.panelPrompts - held.size;
  const taken = fresh.filter(({ text }) => !left.has(text)).slice(0, room);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setLeft(new Set());
    asking.mutate({ org, projectId, category, count: WANTED });
  };
  const take = () => {
    onTake(taken.map(({ text, intent }) => ({ ...BLANK_PROMPT, text, intent })));
    setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small">
          <Sparkles size={16} aria-hidden="true" />
          Suggest prompts
        </Button>
      }
      title="Suggest prompts"
      description="From your brands, the prompts that are there, and what you say here. You choose which ones to take."
    >
      <div className="flex flex-col gap-4">
        <form onSubmit={ask} className="flex flex-wrap items-end gap-x-3 gap-y-2">
          <div className="min-w-0 flex-1 basis-56">
            <TextField
              label="What the brand sells"
              placeholder="standing desks"
              maxLength={200}
              value={category}
              onChange={({ target }) => setCategory(target.value)}
            />
          </div>
          <Button type="submit" look="quiet" size="small" busy={asking.isPending}>
            {asking.data ? "Suggest again" : "Suggest"}
          </Button>
        </form>
        {asking.error && <ApiErrorNotice error={asking.error} />}
        {asking.data && (
          <SuggestionList
            prompts={fresh}
            provenance={asking.data.provenance}
            left={left}
            onToggle={(text) => setLeft((now) => toggled(now, text))}
          />
        )}
        <AddPrompts prompts={taken.length} onClose={() => setOpen(false)} onAdd={take} />
      </div>
    </Dialog>
  );
}
