"use client";

import { Plus } from "lucide-react";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { questionKey, textKey } from "./clean-text";
import { DraftNotices } from "./draft-notices";
import { nearDuplicates } from "./near-duplicates";
import {
  type BasePrompt,
  BLANK_PROMPT,
  type DraftRow,
  editsInWords,
  hasEdits,
  problemsOf,
} from "./panel-draft";
import { PasteDialog } from "./paste-dialog";
import { PromptDetails } from "./prompt-details";
import { filterRows, NO_FILTER, PromptFilter } from "./prompt-filter";
import { PROMPT_LIMITS } from "./prompt-limits";
import { PromptList, type RevealedRow } from "./prompt-list";
import { PromptRow, ROW_GRID } from "./prompt-row";
import { SaveBar } from "./save-bar";
import { SuggestDialog } from "./suggest-dialog";
import { useOwnBrandCheck } from "./use-own-brand-check";
import { usePanelEditor } from "./use-panel-editor";
import type { PanelPlace } from "./version-history";

export interface EditedPanel extends PanelPlace {
  /** The newest one; 0 for a panel that isn't saved yet. */
  readonly version: number;
  /** Runs that asked the newest version. */
  readonly runs: number;
  readonly prompts: readonly BasePrompt[];
  readonly ownBrand: string;
}

/** The panel as a list to edit. Nothing is saved before it is said so, and then as the next version. */
export function PanelEditor(panel: EditedPanel) {
  const { address, projectId, version, runs, prompts, ownBrand } = panel;
  const editor = usePanelEditor(panel);
  const { rows, edits, edit, remove, add } = editor;
  const named = useOwnBrandCheck({ org: address.org, projectId }, rows);
  const [filter, setFilter] = useState(NO_FILTER);
  const wanted = useDeferredValue(filter);
  const [revealed, setRevealed] = useState<RevealedRow>();
  const [detailed, setDetailed] = useState<string>();
  const showDetails = useCallback((row: DraftRow) => setDetailed(row.id), []);
  const problems = useMemo(() => problemsOf(rows), [rows]);
  const settled = useDeferredValue(rows);
  const near = useMemo(() => nearDuplicates(settled), [settled]);
  const tags = useMemo(() => [...new Set(rows.flatMap((row) => row.tags))].sort(), [rows]);
  const numbered = useMemo(() => rows.map((row, index) => ({ ...row, number: index + 1 })), [rows]);
  const shown = useMemo(() => filterRows(numbered, wanted), [numbered, wanted]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const held = useMemo(() => new Set(rows.map(questionKey)), [rows]);
  const opened = numbered.find(({ id }) => id === detailed);
  const full = rows.length >= PROMPT_LIMITS.panelPrompts;
  const suggestions = "tags-of-the-panel";
  const show = (id: string | undefined) => {
    setFilter(NO_FILTER);
    if (id !== undefined) setRevealed({ id });
  };
  const showProblem = () => show([...problems.keys()][0]);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <PromptFilter filter={filter} tags={tags} onChange={setFilter} />
        <div className="flex flex-wrap gap-2.5">
          <SuggestDialog org={address.org} projectId={projectId} held={held} onTake={add} />
          <PasteDialog held={held} onTake={add} />
          <Button size="small" disabled={full} onClick={() => show(add([BLANK_PROMPT])[0])}>
            <Plus size={16} aria-hidden="true" />
            Add a prompt
          </Button>
        </div>
      </div>
      <p role="status" className="mb-2 text-ink-faint text-sm tabular-nums">
        {shown.length === rows.length
          ? `${formatNumber(rows.length)} ${rows.length === 1 ? "prompt" : "prompts"}`
          : `${formatNumber(shown.length)} of ${formatNumber(rows.length)} prompts`}
        {full && `: a panel holds no more`}
      </p>
      <datalist id={suggestions}>
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      {rows.length === 0 ? (
        <EmptyState title="No prompts yet">
          Add the first one, or paste a list: the questions that people put to answer engines when they look
          for what you sell.
        </EmptyState>
      ) : shown.length === 0 ? (
        <Notice
          action={
            <Button look="quiet" size="small" onClick={() => setFilter(NO_FILTER)}>
              Show all
            </Button>
          }
        >
          No prompt matches the filter.
        </Notice>
      ) : (
        <fieldset disabled={editor.saving} className="min-w-0">
          <legend className="sr-only">Prompts of the panel {panel.name}</legend>
          <div className="overflow-hidden rounded-xl border border-line bg-surface">
            <div
              aria-hidden="true"
              className={classNames(
                ROW_GRID,
                "border-line border-b bg-sunken py-2 text-ink-soft text-sm font-medium max-lg:hidden",
              )}
            >
              <span />
              <span className="px-3">Prompt</span>
              <span className="px-3">Intent</span>
              <span className="px-3">Tags</span>
            </div>
            <PromptList ids={ids} revealed={revealed}>
              {(index) => {
                const row = shown[index];
                return (
                  row && (
                    <PromptRow
                      row={row}
                      number={row.number}
                      problem={problems.get(row.id)}
                      namesOwnBrand={row.namesOwnBrand ?? named.get(textKey(row.text)) ?? false}
                      ownBrand={ownBrand}
                      suggestions={suggestions}
                      onEdit={edit}
                      onRemove={remove}
                      onDetails={showDetails}
                      nearTo={problems.has(row.id) ? undefined : near.get(row.id)}
                    />
                  )
                );
              }}
            </PromptList>
          </div>
        </fieldset>
      )}
      {opened && (
        <PromptDetails
          key={opened.id}
          row={opened}
          onChange={(to) => edit({ kind: "change", id: opened.id, to })}
          onClose={() => setDetailed(undefined)}
        />
      )}
      {hasEdits(edits) && (
        <SaveBar
          edits={editsInWords(rows, prompts, edits)}
          effect={effectOf(version, runs)}
          problems={problems.size}
          nextVersion={version + 1}
          saving={editor.saving}
          onSave={() => (problems.size > 0 ? showProblem() : editor.save())}
          onDiscard={editor.discard}
          onShowProblem={showProblem}
        >
          {editor.error ? (
            <div className="mb-3">
              <ApiErrorNotice error={editor.error} />
            </div>
          ) : (
            <DraftNotices base={edits.base} version={version} broughtBack={editor.broughtBack} />
          )}
        </SaveBar>
      )}
    </>
  );
}

function effectOf(version: number, runs: number): string {
  if (version === 0) return "Saving makes the first version. Runs ask one version, and it never changes.";
  const asked =
    runs === 0
      ? `No run has asked version ${version} yet.`
      : `Version ${version} and its numbers stay as they are.`;
  return `${asked} Version ${version + 1} starts a series of its own: numbers of different versions are not averaged, and the trend marks the break.`;
}
