"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextField } from "@/components/ui/field";
import type { DraftPrompt, DraftRow } from "./panel-draft";
import { DEFAULT_LOCALE, LOCALE, PROMPT_LIMITS, STAGE_LABELS, STAGES } from "./prompt-limits";

interface Props {
  readonly row: DraftRow & { readonly number: number };
  readonly onChange: (to: Partial<DraftPrompt>) => void;
  readonly onClose: () => void;
}

/** What is set of a prompt and has no column of its own. Nothing reaches the row before it is taken. */
export function PromptDetails({ row, onChange, onClose }: Props) {
  const [topic, setTopic] = useState(row.topic);
  const [persona, setPersona] = useState(row.persona);
  const [stage, setStage] = useState(row.stage);
  const [locale, setLocale] = useState(row.locale);
  const localeFine = LOCALE.test(locale);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Prompt ${row.number}`}
      description={<span dir="auto">{row.text || "It has no words yet."}</span>}
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!localeFine) return;
          onChange({ topic: topic.trim(), persona: persona.trim(), stage, locale });
          onClose();
        }}
      >
        <TextField
          label="Topic"
          value={topic}
          maxLength={PROMPT_LIMITS.wordsCharacters}
          onChange={({ target }) => setTopic(target.value)}
          hint="What it is about: a product line, a use."
        />
        <TextField
          label="Persona"
          value={persona}
          maxLength={PROMPT_LIMITS.wordsCharacters}
          onChange={({ target }) => setPersona(target.value)}
          hint="Who would ask it: an office manager, a gamer. Engines aren’t told."
        />
        <SelectField
          label="Stage"
          value={stage ?? ""}
          onChange={({ target }) => setStage(STAGES.find((each) => each === target.value) ?? null)}
          hint="Where a buyer stands who asks it."
        >
          <option value="">Not said</option>
          {STAGES.map((each) => (
            <option key={each} value={each}>
              {STAGE_LABELS[each].label}: {STAGE_LABELS[each].meaning}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Locale"
          value={locale}
          spellCheck={false}
          autoCapitalize="off"
          onChange={({ target }) => setLocale(target.value)}
          error={localeFine ? undefined : "A language and a country, like de-DE."}
          hint={`Language and country that engines are told of, where they can be; ${DEFAULT_LOCALE} unless set. In another locale it is another question.`}
        />
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" disabled={!localeFine}>
            Set
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
