"use client";

import { SlidersHorizontal, Trash2 } from "lucide-react";
import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { SelectField, TextAreaField } from "@/components/ui/field";
import type { DraftRow, Edit, RowState } from "./panel-draft";
import { INTENT_LABELS, INTENTS } from "./prompt-limits";
import { marksInWords } from "./prompt-marks";
import { TagInput } from "./tag-input";

interface Props {
  readonly row: DraftRow;
  /** Place in the panel, from 1. */
  readonly number: number;
  readonly problem: string | undefined;
  readonly namesOwnBrand: boolean;
  readonly ownBrand: string;
  readonly suggestions: string;
  readonly onEdit: (edit: Edit) => void;
  readonly onRemove: (row: DraftRow) => void;
  readonly onDetails: (row: DraftRow) => void;
  /** Number of an earlier prompt that asks nearly the same. */
  readonly nearTo: number | undefined;
}

const MARKS: Readonly<Record<Exclude<RowState, "kept">, string>> = {
  added: "Added",
  changed: "Changed",
  reworded: "Reworded: a new question",
};

/** The columns of a row, and of the titles above them. */
export const ROW_GRID =
  "grid gap-2 px-4 sm:grid-cols-[1.75rem_minmax(0,1fr)_9rem] sm:gap-x-2 lg:grid-cols-[1.75rem_minmax(0,1fr)_9rem_13rem_2.5rem_2.5rem]";

// With a pointer that hovers, a row reads like a list until one comes near it: then its fields show their frames.
const ROW_LOOK =
  "py-2 max-sm:py-4 [@media(hover:hover)]:sm:[&:not(:hover):not(:focus-within)_:is(textarea,select,[data-tags]):not([aria-invalid=true])]:border-transparent [&_:is(textarea,select,[data-tags])]:bg-transparent [&_textarea]:resize-none";

/** One prompt of the editor, drawn again only when something of it changed. */
export const PromptRow = memo(
  function PromptRow({
    row,
    number,
    problem,
    namesOwnBrand,
    ownBrand,
    suggestions,
    onEdit,
    onRemove,
    onDetails,
    nearTo,
  }: Props) {
    const { id, text, intent, tags, state } = row;
    const marks = marksInWords(row);
    const unmarked = namesOwnBrand && intent !== "branded";
    const change = (to: Partial<DraftRow>) => onEdit({ kind: "change", id, to });
    return (
      <div className={classNames(ROW_GRID, ROW_LOOK)}>
        <span className="pt-2 text-right text-ink-faint text-sm tabular-nums max-sm:hidden">{number}</span>
        <div className="min-w-0 sm:max-lg:col-span-2 [&_textarea]:field-sizing-content">
          <TextAreaField
            hideLabel
            label={`Prompt ${number}`}
            dir="auto"
            rows={Math.min(4, Math.ceil(text.length / 60) || 1)}
            value={text}
            error={problem}
            onChange={({ target }) => change({ text: target.value })}
          />
          {(state !== "kept" || unmarked || nearTo !== undefined || marks.length > 0) && (
            <div className="mt-1.5 mb-1 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm sm:pl-3">
              {state !== "kept" && <Badge tone="good">{MARKS[state]}</Badge>}
              {marks.length > 0 && <p className="wrap-anywhere text-ink-faint">{marks.join(" · ")}</p>}
              {nearTo !== undefined && (
                <p className="text-caution">
                  Asks nearly what prompt {nearTo} asks: two such answers are not as good as two of different
                  prompts.
                </p>
              )}
              {unmarked && (
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-caution">
                  Names {ownBrand}, your brand: set its intent to branded, and it will not count in presence.
                  <Button look="quiet" size="small" onClick={() => change({ intent: "branded" })}>
                    Set to branded
                  </Button>
                </p>
              )}
            </div>
          )}
        </div>
        <div className="sm:max-lg:col-start-2">
          <SelectField
            hideLabel
            label={`Intent of prompt ${number}`}
            value={intent}
            onChange={({ target }) => {
              const chosen = INTENTS.find((each) => each === target.value);
              if (chosen) change({ intent: chosen });
            }}
          >
            {INTENTS.map((each) => (
              <option key={each} value={each}>
                {INTENT_LABELS[each].label}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="flex min-w-0 items-start gap-2 lg:contents">
          <TagInput
            label={`Tags of prompt ${number}`}
            tags={tags}
            suggestions={suggestions}
            onChange={(next) => change({ tags: next })}
          />
          <button
            type="button"
            aria-label={`Details of prompt ${number}`}
            title="Topic, persona, stage, locale"
            onClick={() => onDetails(row)}
            className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-md text-ink-faint hover:bg-sunken hover:text-ink sm:size-10"
          >
            <SlidersHorizontal size={16} aria-hidden="true" />
          </button>
          <button
            type="button"
            aria-label={`Remove prompt ${number}`}
            onClick={({ currentTarget }) => {
              // The focus goes on to the next row, as the rows do.
              const rowElement = currentTarget.closest("li");
              const next = rowElement?.nextElementSibling ?? rowElement?.previousElementSibling;
              next?.querySelector<HTMLElement>("[data-remove]")?.focus();
              onRemove(row);
            }}
            data-remove
            className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-md text-ink-faint hover:bg-danger-soft hover:text-danger sm:size-10"
          >
            <Trash2 size={16} aria-hidden="true" />
          </button>
        </div>
      </div>
    );
  },
  (before, after) => sameProps(before, after) && sameRow(before.row, after.row),
);

function sameProps(one: Props, other: Props): boolean {
  return (
    one.number === other.number &&
    one.problem === other.problem &&
    one.namesOwnBrand === other.namesOwnBrand &&
    one.onEdit === other.onEdit &&
    one.onRemove === other.onRemove &&
    one.onDetails === other.onDetails &&
    one.nearTo === other.nearTo
  );
}

function sameRow(one: DraftRow, other: DraftRow): boolean {
  return (
    one.text === other.text &&
    one.intent === other.intent &&
    one.tags === other.tags &&
    one.topic === other.topic &&
    one.persona === other.persona &&
    one.stage === other.stage &&
    one.locale === other.locale &&
    one.state === other.state
  );
}
