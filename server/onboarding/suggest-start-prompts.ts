import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { type StartPromptsDto, SuggestStartPromptsInput } from "./contract";
import { localeLanguage } from "./rules/languages";
import { promptsFor } from "./rules/prompts-for";

/** A first panel for a brand that is only being written down, by the templates of its language. For every role; reads nothing. */
export async function suggestStartPrompts(input: SuggestStartPromptsInput): Promise<Result<StartPromptsDto>> {
  const parsed = parseInput(SuggestStartPromptsInput, input);
  if (!parsed.ok) return parsed;
  const { name, category, rivals, locale } = parsed.value;
  const known = { brand: name, category, rivals: rivals.filter((rival) => rival !== "") };
  return ok({ prompts: promptsFor(known, localeLanguage(locale)) });
}
