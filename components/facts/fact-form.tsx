"use client";

import { type FormEvent, useEffect, useRef } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { FACT_TOPICS, type FactDto, FactTopic } from "@/server/facts/contract";
import type { BrandId } from "@/server/kernel/id";
import { TOPIC_WORDS } from "./fact-words";
import { useFactForm, type ValueKind } from "./use-fact-form";

interface Props {
  readonly org: string;
  readonly brandId: BrandId;
  /** Null: a new one. */
  readonly fact: FactDto | null;
  readonly onDone: () => void;
}

const KINDS: Readonly<Record<Exclude<ValueKind, "text">, string>> = {
  number: "A number",
  date: "A year or date",
  yes_no: "Yes or no",
  none: "Its words alone",
};

/** A fact in place, new or changed: what it is about, in words, and what of it can be compared. Escape leaves it. */
export function FactForm({ org, brandId, fact, onDone }: Props) {
  const { typed, type, save, busy, error, errorOf } = useFactForm(org, brandId, fact, onDone);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("select, input")?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={({ key }) => key === "Escape" && onDone()}
      noValidate
      aria-label={fact ? "Change the fact" : "Add a fact"}
      className="flex flex-col gap-4 rounded-xl border border-line-strong bg-surface p-4 sm:p-6"
    >
      <div className="grid gap-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <SelectField
          label="About"
          value={typed.topic}
          onChange={({ target }) => type({ topic: FactTopic.parse(target.value) })}
        >
          {FACT_TOPICS.map((topic) => (
            <option key={topic} value={topic}>
              {TOPIC_WORDS[topic].label}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Fact"
          maxLength={300}
          autoComplete="off"
          placeholder={TOPIC_WORDS[typed.topic].example}
          value={typed.statement}
          error={errorOf("statement")}
          hint="As a short sentence, without the brand’s name. Its words say which statements it is held against."
          onChange={({ target }) => type({ statement: target.value })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label="Compared by"
          value={typed.kind}
          hint={typed.kind === "none" ? "Only an analysis model can compare words." : undefined}
          onChange={({ target }) => type({ kind: kindOf(target.value) })}
        >
          {Object.entries(KINDS).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </SelectField>
        {typed.kind === "number" && (
          <>
            <TextField
              label="Number"
              inputMode="decimal"
              autoComplete="off"
              value={typed.number}
              error={errorOf("number")}
              onChange={({ target }) => type({ number: target.value })}
            />
            <TextField
              label="Unit"
              maxLength={30}
              autoComplete="off"
              placeholder={typed.topic === "price" ? "USD/month" : "employees"}
              value={typed.unit}
              error={errorOf("unit")}
              onChange={({ target }) => type({ unit: target.value })}
            />
          </>
        )}
        {typed.kind === "date" && (
          <TextField
            label="Year or date"
            autoComplete="off"
            placeholder="2014"
            value={typed.date}
            error={errorOf("date")}
            onChange={({ target }) => type({ date: target.value })}
          />
        )}
        {typed.kind === "yes_no" && (
          <SelectField
            label="Is it so?"
            value={typed.yes}
            onChange={({ target }) => type({ yes: target.value })}
          >
            <option value="yes">Yes, it is so</option>
            <option value="no">No, it isn’t so</option>
          </SelectField>
        )}
      </div>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <TextField
          label="Source (optional)"
          inputMode="url"
          autoComplete="off"
          placeholder="https://acme.com/pricing"
          value={typed.sourceUrl}
          error={errorOf("sourceUrl")}
          onChange={({ target }) => type({ sourceUrl: target.value })}
        />
        <TextField
          label="Since (optional)"
          type="date"
          value={typed.validFrom}
          error={errorOf("validFrom")}
          onChange={({ target }) => type({ validFrom: target.value })}
        />
      </div>
      {error && <ApiErrorNotice error={error} />}
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" size="small" busy={busy}>
          {busy ? "Saving…" : fact ? "Save the change" : "Add the fact"}
        </Button>
        <Button look="plain" size="small" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function kindOf(value: string): ValueKind {
  return value === "number" || value === "date" || value === "yes_no" ? value : "none";
}
