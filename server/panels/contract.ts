import { z } from "zod";
import { ProjectId } from "@/server/kernel/id";

export const PROMPT_MAX_CHARACTERS = 2_000;
export const PANEL_MAX_PROMPTS = 1_000;

export const PromptInput = z.object({
  text: z
    .string()
    .trim()
    .min(1, "is empty")
    .max(
      PROMPT_MAX_CHARACTERS,
      `is longer than ${PROMPT_MAX_CHARACTERS} characters: no engine would be asked that`,
    ),
  intent: z.enum(["category", "comparison", "problem", "branded"]).default("category"),
});
export type PromptInput = z.input<typeof PromptInput>;

export const SavePanelInput = z.object({
  projectId: ProjectId,
  name: z.string().trim().min(1).max(100),
  prompts: z
    .array(PromptInput)
    .min(1, "a panel needs at least one prompt")
    .max(PANEL_MAX_PROMPTS, `a panel holds at most ${PANEL_MAX_PROMPTS} prompts`),
});
export type SavePanelInput = z.input<typeof SavePanelInput>;
