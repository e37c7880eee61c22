import { expect, test } from "vitest";
import {
  PANEL_MAX_PROMPTS,
  PROMPT_MAX_CHARACTERS,
  PROMPT_MAX_TAGS,
  PromptInput,
  TAG_MAX_CHARACTERS,
} from "@/server/panels/contract";
import { INTENTS, PROMPT_LIMITS } from "./prompt-limits";

test("the editor's limits and intents are the contract's", () => {
  expect(PROMPT_LIMITS).toEqual({
    promptCharacters: PROMPT_MAX_CHARACTERS,
    panelPrompts: PANEL_MAX_PROMPTS,
    tagCharacters: TAG_MAX_CHARACTERS,
    promptTags: PROMPT_MAX_TAGS,
  });
  const { intent } = PromptInput.shape;
  expect(intent.unwrap().options).toEqual(INTENTS);
});
