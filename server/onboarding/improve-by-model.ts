import { analyse, siteReadingTask, TEXT_MAX_CHARACTERS } from "@/server/analysis";
import { ok, type Result } from "@/server/kernel/result";
import { localeLanguage } from "./rules/languages";
import type { SiteSuggestions } from "./rules/suggest-from-page";

/** As many as the rules suggest. */
const PROMPTS = 10;

/**
 * What the rules suggest, made better by the analysis model where there is one, within the org's tokens; whatever it fails
 * at, the rules' suggestions stand. `model`: who did, or null. Outside of any transaction.
 */
export async function improveByModel(
  found: SiteSuggestions,
): Promise<Result<{ readonly found: SiteSuggestions; readonly model: string | null }>> {
  const { name: brand, category, rivals, prompts, locale } = found;
  const judged = await analyse(siteReadingTask, {
    brand,
    text: found.text.slice(0, TEXT_MAX_CHARACTERS).toWellFormed(),
    language: localeLanguage(locale).label,
    category,
    rivals: [...rivals],
    prompts: [...prompts],
    count: PROMPTS,
  });
  if (!judged.ok) return judged;
  const { value, promptVersion, judge } = judged.value;
  if (value === null || promptVersion === null) return ok({ found, model: null });
  return ok({ found: { ...found, ...value }, model: judge });
}
