import { cleanText, questionKey, splitTags } from "./clean-text";
import { INTENTS, type Intent, PROMPT_LIMITS } from "./prompt-limits";
import { type PastedRow, splitRows } from "./split-rows";

/** What becomes of a pasted line. Only `new` ones are taken; of all others it is said why not. */
export type PasteVerdict = "new" | "in_panel" | "repeated" | "titles" | "problem";

export interface PastedPrompt {
  /** Number of its first line in the paste, from 1. */
  readonly line: number;
  readonly text: string;
  readonly intent: Intent;
  readonly tags: readonly string[];
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
 * Reads pasted prompts, one a line: `prompt`, or `prompt⇥intent⇥tag, tag` as copied from a spreadsheet (or with semicolons).
 * Every line with text in it comes back, in its order. Pure.
 */
export function parsePaste(paste: string, settings: PasteSettings): PastedPrompt[] {
  const taken = new Map<string, number>();
  return splitRows(paste, settings.semicolons).map((row, index) => {
    const read = readPrompt(row, settings.intent);
    if (index === 0 && isTitles(row)) return { ...read, verdict: "titles", why: "column titles" };
    if (read.why !== "") return { ...read, verdict: "problem" };
    const key = questionKey(read.text);
    const first = taken.get(key);
    if (first !== undefined) return { ...read, verdict: "repeated", why: `the same as line ${first}` };
    taken.set(key, row.line);
    if (settings.held.has(key))
      return { ...read, verdict: "in_panel", why: "already in the panel: it stays as it is there" };
    return { ...read, verdict: "new" };
  });
}

function readPrompt({ line, cells }: PastedRow, fallback: Intent): Omit<PastedPrompt, "verdict"> {
  const [text = "", typedIntent = "", typedTags = "", ...more] = cells.map(cleanText);
  const intent = INTENTS.find((each) => each === typedIntent.toLowerCase());
  const tags = splitTags(typedTags);
  return {
    line,
    text,
    intent: intent ?? fallback,
    tags,
    why: problemOf(text, tags, typedIntent !== "" && intent === undefined ? typedIntent : undefined, more),
  };
}

function problemOf(
  text: string,
  tags: readonly string[],
  unknownIntent: string | undefined,
  more: readonly string[],
): string {
  const { promptCharacters, tagCharacters, promptTags } = PROMPT_LIMITS;
  const longTag = tags.find((tag) => tag.length > tagCharacters);
  if (text === "") return "no prompt in the first column";
  if (more.some((cell) => cell !== "")) return "more than three columns: prompt, intent, tags";
  if (text.length > promptCharacters)
    return `too long: ${number(text.length)} characters, at most ${number(promptCharacters)}`;
  if (unknownIntent !== undefined)
    return `“${shortened(unknownIntent)}” is no intent: ${INTENTS.slice(0, -1).join(", ")} or ${INTENTS.at(-1)}`;
  if (longTag !== undefined)
    return `the tag “${shortened(longTag)}” is longer than ${tagCharacters} characters`;
  if (tags.length > promptTags) return `${tags.length} tags, at most ${promptTags}`;
  return "";
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
