import { cleanText, questionKey, splitTags } from "./clean-text";
import type { DraftPrompt } from "./panel-draft";
import { DEFAULT_LOCALE, INTENTS, type Intent, LOCALE, PROMPT_LIMITS, STAGES } from "./prompt-limits";
import { type PastedRow, splitRows } from "./split-rows";

/** What becomes of a pasted line. Only `new` ones are taken; of all others it is said why not. */
export type PasteVerdict = "new" | "in_panel" | "repeated" | "titles" | "problem";

export interface PastedPrompt extends DraftPrompt {
  /** Number of its first line in the paste, from 1. */
  readonly line: number;
  readonly verdict: PasteVerdict;
  /** Why it isn't taken; empty for a new one. */
  readonly why: string;
}

export interface PasteSettings {
  /** Of lines that name none. */
  readonly intent: Intent;
  /** Whether a semicolon separates columns in a line without tabs. */
  readonly semicolons: boolean;
  /** `questionKey` of every prompt that the panel holds. */
  readonly held: ReadonlySet<string>;
}

/**
 * Reads pasted prompts, one a line: `prompt`, or `prompt⇥intent⇥tag, tag⇥topic⇥persona⇥stage⇥locale` as copied from a
 * spreadsheet (or with semicolons).
 * Every line with text in it comes back, in its order. Pure.
 */
export function parsePaste(paste: string, settings: PasteSettings): PastedPrompt[] {
  const taken = new Map<string, number>();
  return splitRows(paste, settings.semicolons).map((row, index) => {
    const read = readPrompt(row, settings.intent);
    if (index === 0 && isTitles(row)) return { ...read, verdict: "titles", why: "column titles" };
    if (read.why !== "") return { ...read, verdict: "problem" };
    const key = questionKey(read);
    const first = taken.get(key);
    if (first !== undefined) return { ...read, verdict: "repeated", why: `the same as line ${first}` };
    taken.set(key, row.line);
    if (settings.held.has(key))
      return { ...read, verdict: "in_panel", why: "already in the panel: it stays as it is there" };
    return { ...read, verdict: "new" };
  });
}

function readPrompt({ line, cells }: PastedRow, fallback: Intent): Omit<PastedPrompt, "verdict"> {
  const [text = "", intent = "", tags = "", topic = "", persona = "", stage = "", locale = "", ...more] =
    cells.map(cleanText);
  const read = {
    line,
    text,
    intent: INTENTS.find((each) => each === intent.toLowerCase()) ?? fallback,
    tags: splitTags(tags),
    topic,
    persona,
    stage: STAGES.find((each) => each === stage.toLowerCase()) ?? null,
    locale: locale === "" ? DEFAULT_LOCALE : locale,
  };
  return { ...read, why: problemOf(read, { intent, stage, more }) };
}

/** Why a line can't be taken as it is, or "". */
function problemOf(
  read: DraftPrompt,
  typed: { readonly intent: string; readonly stage: string; readonly more: readonly string[] },
): string {
  const { promptCharacters, tagCharacters, promptTags, wordsCharacters } = PROMPT_LIMITS;
  const { text, tags, topic, persona, locale } = read;
  const longTag = tags.find((tag) => tag.length > tagCharacters);
  const longWords = [topic, persona].find((words) => words.length > wordsCharacters);
  if (text === "") return "no prompt in the first column";
  if (typed.more.some((cell) => cell !== "")) return "more than seven columns";
  if (text.length > promptCharacters)
    return `too long: ${number(text.length)} characters, at most ${number(promptCharacters)}`;
  if (typed.intent !== "" && read.intent !== typed.intent.toLowerCase())
    return `“${shortened(typed.intent)}” is no intent: ${oneOf(INTENTS)}`;
  if (longTag !== undefined)
    return `the tag “${shortened(longTag)}” is longer than ${tagCharacters} characters`;
  if (tags.length > promptTags) return `${tags.length} tags, at most ${promptTags}`;
  if (longWords !== undefined)
    return `“${shortened(longWords)}” is longer than ${wordsCharacters} characters`;
  if (typed.stage !== "" && read.stage === null)
    return `“${shortened(typed.stage)}” is no stage: ${oneOf(STAGES)}`;
  if (!LOCALE.test(locale))
    return `“${shortened(locale)}” is no locale: a language and a country, like de-DE`;
  return "";
}

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function isTitles({ cells }: PastedRow): boolean {
  const [first = "", second = ""] = cells.map((cell) => cleanText(cell).toLowerCase());
  return /^(prompts?|questions?|text)$/.test(first) && /^intents?$/.test(second);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > 30 ? `${characters.slice(0, 30).join("")}…` : text;
}

function number(value: number): string {
  return value.toLocaleString("en-GB");
}
