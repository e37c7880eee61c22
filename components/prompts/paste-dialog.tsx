"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextAreaField } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { AddPrompts } from "./add-prompts";
import { type DraftPrompt, promptOf } from "./panel-draft";
import { parsePaste } from "./parse-paste";
import { PastePreview } from "./paste-preview";
import { INTENT_LABELS, INTENTS, type Intent, PROMPT_LIMITS } from "./prompt-limits";

interface Props {
  /** `questionKey` of every prompt that stands in the editor. */
  readonly held: ReadonlySet<string>;
  readonly onTake: (prompts: readonly DraftPrompt[]) => void;
}

/** Takes many prompts at once. What was pasted stays when the window is closed, until it is taken. */
export function PasteDialog({ held, onTake }: Props) {
  const [open, setOpen] = useState(false);
  const [paste, setPaste] = useState("");
  const [intent, setIntent] = useState<Intent>("category");
  const [semicolons, setSemicolons] = useState(true);
  const pasted = useDeferredValue(paste);
  const lines = useMemo(
    () => parsePaste(pasted, { intent, semicolons, held }),
    [pasted, intent, semicolons, held],
  );
  const taken = lines.filter(({ verdict }) => verdict === "new");
  const room = PROMPT_LIMITS.panelPrompts - held.size;
  const tooMany = taken.length > room;
  const take = () => {
    onTake(taken.map(promptOf));
    setPaste("");
    setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small">
          Paste prompts
        </Button>
      }
      title="Paste prompts"
      description="One prompt a line. From a spreadsheet: the columns prompt, intent, tags, topic, persona, stage and locale, in this order; all but the first may be missing."
    >
      <div className="flex flex-col gap-4">
        <TextAreaField
          label="Prompts"
          rows={7}
          dir="auto"
          spellCheck={false}
          placeholder={
            "What is the best standing desk?\nHalvorn or Verticore?; comparison; desks, germany; Ergonomics; office manager; decision; de-DE"
          }
          value={paste}
          onChange={({ target }) => setPaste(target.value)}
        />
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
          <SelectField
            label="Intent of lines that name none"
            value={intent}
            onChange={({ target }) => setIntent(INTENTS.find((each) => each === target.value) ?? "category")}
          >
            {INTENTS.map((each) => (
              <option key={each} value={each}>
                {INTENT_LABELS[each].label}
              </option>
            ))}
          </SelectField>
          <label className="flex min-h-11 cursor-pointer items-center gap-2.5 text-sm sm:min-h-10">
            <input
              type="checkbox"
              checked={semicolons}
              onChange={({ target }) => setSemicolons(target.checked)}
              className="size-4 accent-accent"
            />
            A semicolon separates columns, too
          </label>
        </div>
        {lines.length > 0 && <PastePreview lines={lines} />}
        {tooMany && (
          <p role="alert" className="text-danger text-sm">
            A panel holds at most {formatNumber(PROMPT_LIMITS.panelPrompts)} prompts, and there is room for{" "}
            {formatNumber(Math.max(0, room))} more. Take lines away, or put them into another panel.
          </p>
        )}
        <AddPrompts prompts={taken.length} disabled={tooMany} onClose={() => setOpen(false)} onAdd={take} />
      </div>
    </Dialog>
  );
}
