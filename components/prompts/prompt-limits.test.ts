import { expect, test } from "vitest";
import {
  DEFAULT_LOCALE as CONTRACT_LOCALE,
  PANEL_MAX_PROMPTS,
  PROMPT_MAX_CHARACTERS,
  PROMPT_MAX_TAGS,
  PromptInput,
  TAG_MAX_CHARACTERS,
  WORDS_MAX_CHARACTERS,
} from "@/server/panels/contract";
import { DEFAULT_LOCALE, INTENTS, LOCALE, PROMPT_LIMITS, STAGES } from "./prompt-limits";

test("the editor's limits and intents are the contract's", () => {
  expect(PROMPT_LIMITS).toEqual({
    promptCharacters: PROMPT_MAX_CHARACTERS,
    panelPrompts: PANEL_MAX_PROMPTS,
    tagCharacters: TAG_MAX_CHARACTERS,
    promptTags: PROMPT_MAX_TAGS,
    wordsCharacters: WORDS_MAX_CHARACTERS,
  });
  const { intent, stage } = PromptInput.shape;
  expect(intent.unwrap().options).toEqual(INTENTS);
  expect(stage.unwrap().unwrap().options).toEqual(STAGES);
  expect(DEFAULT_LOCALE).toBe(CONTRACT_LOCALE);
  for (const locale of ["de-DE", "pt-BR", "de", "DE-de", "de-DE ", "deu-DEU"])
    expect(LOCALE.test(locale), locale).toBe(PromptInput.shape.locale.safeParse(locale).success);
});
