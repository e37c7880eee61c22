"use client";

import { SelectField, TextField } from "@/components/ui/field";
import type { DraftRow } from "./panel-draft";
import { INTENT_LABELS, INTENTS } from "./prompt-limits";

export interface RowFilter {
  readonly words: string;
  readonly intent: string;
  readonly tag: string;
}

export const NO_FILTER: RowFilter = { words: "", intent: "", tag: "" };

/** Rows that match all that is set. One that was just added and is still blank stays in sight. */
export function filterRows<Row extends DraftRow>(
  rows: readonly Row[],
  { words, intent, tag }: RowFilter,
): Row[] {
  const wanted = words.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (row.state === "added" && row.text === "") ||
      ((wanted === "" || row.text.toLowerCase().includes(wanted)) &&
        (intent === "" || row.intent === intent) &&
        (tag === "" || row.tags.includes(tag))),
  );
}

/** Narrows the rows in sight; what is saved stays the whole panel. */
export function PromptFilter({
  filter,
  tags,
  onChange,
}: {
  filter: RowFilter;
  tags: readonly string[];
  onChange: (filter: RowFilter) => void;
}) {
  return (
    <search
      aria-label="Filter"
      className="grid min-w-0 max-w-2xl flex-1 basis-96 grid-cols-2 gap-3 sm:grid-cols-[minmax(0,1.6fr)_repeat(auto-fit,minmax(8rem,1fr))] max-sm:*:first:col-span-2"
    >
      <TextField
        label="Text"
        type="search"
        placeholder="Words in the prompt"
        value={filter.words}
        onChange={({ target }) => onChange({ ...filter, words: target.value })}
      />
      <SelectField
        label="Intent"
        value={filter.intent}
        onChange={({ target }) => onChange({ ...filter, intent: target.value })}
      >
        <option value="">All intents</option>
        {INTENTS.map((each) => (
          <option key={each} value={each}>
            {INTENT_LABELS[each].label}
          </option>
        ))}
      </SelectField>
      {tags.length > 0 && (
        <SelectField
          label="Tag"
          value={filter.tag}
          onChange={({ target }) => onChange({ ...filter, tag: target.value })}
        >
          <option value="">All tags</option>
          {tags.map((tag) => (
            <option key={tag}>{tag}</option>
          ))}
        </SelectField>
      )}
    </search>
  );
}
