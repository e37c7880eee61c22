"use client";

import { X } from "lucide-react";
import { INTENT_LABELS, INTENTS } from "@/components/prompts/prompt-limits";
import { Button } from "@/components/ui/button";
import { SelectField, TextAreaField } from "@/components/ui/field";
import type { SetupDraft } from "@/server/onboarding/contract";

type Prompts = SetupDraft["prompts"];

/** The first panel as lines to change, each with what kind of question it is. */
export function PromptLines({
  prompts,
  onChange,
}: {
  prompts: Prompts;
  onChange: (prompts: Prompts) => void;
}) {
  const change = (at: number, changed: Partial<Prompts[number]>) =>
    onChange(prompts.map((each, index) => (index === at ? { ...each, ...changed } : each)));
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label="Prompts" className="flex flex-col gap-3">
        {prompts.map(({ text, intent }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands in its place, and has no other name
          <li key={at} className="flex items-start gap-2">
            <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[minmax(0,1fr)_10rem]">
              <TextAreaField
                label={`Prompt ${at + 1}`}
                hideLabel
                rows={2}
                maxLength={2_000}
                value={text}
                onChange={({ target }) => change(at, { text: target.value })}
              />
              <SelectField
                label={`Intent of prompt ${at + 1}`}
                hideLabel
                value={intent}
                onChange={({ target }) => {
                  const chosen = INTENTS.find((each) => each === target.value);
                  if (chosen) change(at, { intent: chosen });
                }}
              >
                {INTENTS.map((each) => (
                  <option key={each} value={each}>
                    {INTENT_LABELS[each].label}
                  </option>
                ))}
              </SelectField>
            </div>
            <button
              type="button"
              aria-label={`Remove prompt ${at + 1}`}
              onClick={() => onChange(prompts.filter((_, index) => index !== at))}
              className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-md text-ink-faint hover:text-danger"
            >
              <X size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      <div>
        <Button
          look="quiet"
          size="small"
          onClick={() => onChange([...prompts, { text: "", intent: "category" }])}
        >
          Add a prompt
        </Button>
      </div>
    </div>
  );
}
