import { z } from "zod";
import { foldName } from "@/server/extraction";
import type { SuggestedPrompt } from "../contract";

const PROMPT_CHARACTERS = 300;

export const Intent = z.enum(["category", "comparison", "problem", "branded"]);

/**
 * One line each, none twice or there already, at most as many as wanted. A question that names the brand is a branded or a
 * comparing one, whatever it calls itself: others would lead the assistant to the brand.
 */
export function usable(
  prompts: readonly SuggestedPrompt[],
  input: { readonly brand: string; readonly existing: readonly string[]; readonly count: number },
): SuggestedPrompt[] {
  const brand = foldName(input.brand);
  const seen = new Set(input.existing.map(foldName));
  const kept: SuggestedPrompt[] = [];
  for (const { text, intent } of prompts) {
    const line = text.trim();
    const folded = foldName(line);
    if (line === "" || line.length > PROMPT_CHARACTERS || /\p{Cc}/u.test(line) || seen.has(folded)) continue;
    seen.add(folded);
    const named = ` ${folded.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, " ")} `.includes(` ${brand} `);
    kept.push({ text: line, intent: named && intent !== "comparison" ? "branded" : intent });
  }
  return kept.slice(0, input.count);
}
