import type { ComparedPrompt, PanelDifference } from "./contract";
import { marksOf } from "./prompt-rows";

type Hashed = ComparedPrompt & { readonly hash: string };

/** What an edit did, by the questions' hashes. Tags are compared as a set; the order of prompts makes no difference. */
export function comparePrompts(
  before: readonly Hashed[],
  after: readonly Hashed[],
): Omit<PanelDifference, "version"> {
  const earlier = new Map(before.map((prompt) => [prompt.hash, prompt]));
  const later = new Set(after.map(({ hash }) => hash));
  const kept = after.flatMap((prompt) => {
    const was = earlier.get(prompt.hash);
    return was ? [{ before: was, after: prompt }] : [];
  });
  const changed = kept.filter((pair) => !sameMarks(pair.before, pair.after));
  return {
    added: after.filter(({ hash }) => !earlier.has(hash)).map(shown),
    removed: before.filter(({ hash }) => !later.has(hash)).map(shown),
    changed: changed.map((pair) => ({ before: shown(pair.before), after: shown(pair.after) })),
    unchanged: kept.length - changed.length,
  };
}

function sameMarks(one: ComparedPrompt, other: ComparedPrompt): boolean {
  const marks = (prompt: ComparedPrompt) =>
    JSON.stringify({ ...marksOf(prompt), tags: prompt.tags.toSorted() });
  return marks(one) === marks(other);
}

function shown(prompt: Hashed): ComparedPrompt {
  return { text: prompt.text, ...marksOf(prompt) };
}
