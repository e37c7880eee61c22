import { questionKey, textKey } from "./clean-text";
import { DEFAULT_LOCALE, type Intent, LOCALE, PROMPT_LIMITS, type Stage } from "./prompt-limits";

/** A prompt as the editor holds it. */
export interface DraftPrompt {
  readonly text: string;
  readonly intent: Intent;
  readonly tags: readonly string[];
  readonly topic: string;
  readonly persona: string;
  readonly stage: Stage | null;
  readonly locale: string;
}

/** A prompt of which nothing is set. */
export const BLANK_PROMPT: DraftPrompt = {
  text: "",
  intent: "category",
  tags: [],
  topic: "",
  persona: "",
  stage: null,
  locale: DEFAULT_LOCALE,
};

/** What is saved of a row that holds more. */
export function promptOf({ text, intent, tags, topic, persona, stage, locale }: DraftPrompt): DraftPrompt {
  return { text, intent, tags, topic, persona, stage, locale };
}

/** A prompt of the version that is edited; `hash` follows it over versions. */
export interface BasePrompt extends DraftPrompt {
  readonly hash: string;
  readonly namesOwnBrand: boolean;
}

/** What was done to a panel, and to which version: by hash, so that it can be put on a newer version as well. */
export interface PanelEdits {
  readonly base: number;
  readonly removed: readonly string[];
  readonly changed: Readonly<Record<string, DraftPrompt>>;
  /** In the order of adding; `id` is the editor's own. */
  readonly added: readonly (DraftPrompt & { readonly id: string })[];
}

export type RowState = "kept" | "changed" | "reworded" | "added";

export interface DraftRow extends DraftPrompt {
  /** Hash of the prompt that it came from, or the id of an added one. */
  readonly id: string;
  readonly state: RowState;
  /** Undefined: not known yet, the server has to be asked. */
  readonly namesOwnBrand: boolean | undefined;
}

export const noEdits = (base: number): PanelEdits => ({ base, removed: [], changed: {}, added: [] });

/** Whether there is something to save: a row that was added and is still blank is nothing. */
export function hasEdits({ removed, changed, added }: PanelEdits): boolean {
  return removed.length + Object.keys(changed).length > 0 || added.some(({ text }) => text.trim() !== "");
}

/** Edits as they are kept for later, without what is blank. */
export function withoutBlanks(edits: PanelEdits): PanelEdits {
  return { ...edits, added: edits.added.filter(({ text }) => text.trim() !== "") };
}

/** The rows that the edits make of a version. A changed prompt that the version no longer has stands as an added one. */
export function rowsOf(base: readonly BasePrompt[], edits: PanelEdits): DraftRow[] {
  const removed = new Set(edits.removed);
  const hashes = new Set(base.map(({ hash }) => hash));
  const kept = base.filter(({ hash }) => !removed.has(hash)).map((prompt) => baseRow(prompt, edits));
  const orphans = Object.entries(edits.changed).filter(([hash]) => !hashes.has(hash) && !removed.has(hash));
  const added = [...orphans.map(([id, prompt]) => ({ ...prompt, id })), ...edits.added];
  return [
    ...kept,
    ...added.map((prompt) => ({ ...prompt, state: "added" as const, namesOwnBrand: undefined })),
  ];
}

function baseRow({ hash, namesOwnBrand, ...prompt }: BasePrompt, edits: PanelEdits): DraftRow {
  const now = edits.changed[hash];
  if (!now) return { ...prompt, id: hash, state: "kept", namesOwnBrand };
  const state = questionKey(now) === questionKey(prompt) ? "changed" : "reworded";
  const sameText = textKey(now.text) === textKey(prompt.text);
  return { ...now, id: hash, state, namesOwnBrand: sameText ? namesOwnBrand : undefined };
}

export type Edit =
  | { readonly kind: "change"; readonly id: string; readonly to: Partial<DraftPrompt> }
  | { readonly kind: "remove"; readonly id: string }
  | { readonly kind: "add"; readonly prompts: readonly (DraftPrompt & { readonly id: string })[] };

/** The edits with one more. What is changed back to how it was is no edit. */
export function withEdit(base: readonly BasePrompt[], edits: PanelEdits, edit: Edit): PanelEdits {
  if (edit.kind === "add") return { ...edits, added: [...edits.added, ...edit.prompts] };
  const { [edit.id]: changed, ...others } = edits.changed;
  const origin = base.find(({ hash }) => hash === edit.id);
  if (edit.kind === "remove") {
    const removed = origin ? [...edits.removed, edit.id] : edits.removed;
    return { ...edits, removed, changed: others, added: edits.added.filter(({ id }) => id !== edit.id) };
  }
  const now = changed ?? origin;
  if (!now) {
    const added = edits.added.map((prompt) => (prompt.id === edit.id ? { ...prompt, ...edit.to } : prompt));
    return { ...edits, added };
  }
  const next = promptOf({ ...now, ...edit.to });
  const back = origin !== undefined && samePrompt(origin, next);
  return { ...edits, changed: back ? others : { ...others, [edit.id]: next } };
}

/** The edits without the removal of a row, wherever it stands by now: in the version, changed, or nowhere. */
export function withRowBack(base: readonly BasePrompt[], edits: PanelEdits, row: DraftRow): PanelEdits {
  const { id } = row;
  const back = promptOf(row);
  if (base.some(({ hash }) => hash === id)) {
    const here = { ...edits, removed: edits.removed.filter((hash) => hash !== id) };
    return withEdit(base, here, { kind: "change", id, to: back });
  }
  return edits.added.some((prompt) => prompt.id === id)
    ? edits
    : withEdit(base, edits, { kind: "add", prompts: [{ ...back, id }] });
}

function samePrompt(one: DraftPrompt, other: DraftPrompt): boolean {
  const marks = (prompt: DraftPrompt) =>
    JSON.stringify({ ...promptOf(prompt), tags: [...prompt.tags].sort() });
  return marks(one) === marks(other);
}

/** What stands in the way of saving a row, in words for the place beside it. Added rows that are blank are left out. */
export function problemsOf(rows: readonly DraftRow[]): Map<string, string> {
  const problems = new Map<string, string>();
  const first = new Map<string, number>();
  for (const [index, { id, state, ...prompt }] of rows.entries()) {
    const key = questionKey(prompt);
    const { length } = textKey(prompt.text);
    const earlier = first.get(key);
    if (key === "") {
      if (state !== "added") problems.set(id, "Write the prompt, or remove it.");
    } else if (length > PROMPT_LIMITS.promptCharacters) {
      problems.set(id, `${length} characters; at most ${PROMPT_LIMITS.promptCharacters} can be asked.`);
    } else if (!LOCALE.test(prompt.locale)) {
      problems.set(id, `“${prompt.locale}” is no locale: a language and a country, like de-DE.`);
    } else if (earlier !== undefined)
      problems.set(id, `The same as prompt ${earlier + 1}. Remove one of them.`);
    else first.set(key, index);
  }
  return problems;
}

/** How the edits read in short: "3 added, 1 removed, 2 changed". */
export function editsInWords(
  rows: readonly DraftRow[],
  base: readonly BasePrompt[],
  edits: PanelEdits,
): string {
  const count = (state: RowState) =>
    rows.filter((row) => row.state === state && row.text.trim() !== "").length;
  const removed = new Set(edits.removed);
  const parts = [
    [count("added"), "added"],
    [base.filter(({ hash }) => removed.has(hash)).length, "removed"],
    [count("reworded"), "reworded"],
    [count("changed"), "changed"],
  ] as const;
  return parts.flatMap(([number, word]) => (number > 0 ? [`${number} ${word}`] : [])).join(", ");
}
