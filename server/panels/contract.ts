import { z } from "zod";
import { type PanelId, type PanelVersionId, ProjectId, type PromptId } from "@/server/kernel/id";

export const PROMPT_MAX_CHARACTERS = 2_000;
export const PANEL_MAX_PROMPTS = 1_000;
export const TAG_MAX_CHARACTERS = 50;
export const PROMPT_MAX_TAGS = 20;
export const WORDS_MAX_CHARACTERS = 100;
/** Of prompts that name none. */
export const DEFAULT_LOCALE = "en-US";

/** Postgres holds no NUL, and half a surrogate pair would come back as another character than was hashed. */
const storable = (text: string) => !text.includes("\0") && text.isWellFormed();
const UNSTORABLE = "has a character that can't be stored";

/** A word or two that groups prompts. No comma: that is what separates tags where they are typed and exported. */
const Tag = z
  .string()
  .trim()
  .min(1, "is empty")
  .max(TAG_MAX_CHARACTERS, `is longer than ${TAG_MAX_CHARACTERS} characters`)
  .regex(/^[^,\p{Cc}]*$/u, "has a comma or a line break in it")
  .refine(storable, UNSTORABLE);

const sameTag = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** A word or two of the customer's own, or "" for none. */
const Words = z
  .string()
  .trim()
  .max(WORDS_MAX_CHARACTERS, `is longer than ${WORDS_MAX_CHARACTERS} characters`)
  .regex(/^[^\p{Cc}]*$/u, "has a line break in it")
  .refine(storable, UNSTORABLE)
  .default("");

export const PromptInput = z.object({
  text: z
    .string()
    .trim()
    .min(1, "is empty")
    .max(
      PROMPT_MAX_CHARACTERS,
      `is longer than ${PROMPT_MAX_CHARACTERS} characters: no engine would be asked that`,
    )
    .refine(storable, UNSTORABLE),
  intent: z.enum(["category", "comparison", "problem", "branded"]).default("category"),
  /** In any order; the same tag in another case is the same tag. */
  tags: z
    .array(Tag)
    .max(PROMPT_MAX_TAGS, `has more than ${PROMPT_MAX_TAGS} tags`)
    .default([])
    .transform((tags) => tags.filter((tag, index) => tags.findIndex((each) => sameTag(each, tag)) === index)),
  topic: Words,
  /** Who asks. */
  persona: Words,
  /** Where a buyer stands who asks this; null: not said. */
  stage: z.enum(["awareness", "consideration", "decision"]).nullable().default(null),
  /** Language and country that engines are told of, where they can be told. */
  locale: z
    .string()
    .regex(/^[a-z]{2}-[A-Z]{2}$/, "is a language and a country, like de-DE")
    .default(DEFAULT_LOCALE),
});
export type PromptInput = z.input<typeof PromptInput>;

const PanelName = z
  .string()
  .trim()
  .min(1, "is empty")
  .max(100, "is longer than 100 characters")
  .regex(/^[^\p{Cc}]*$/u, "has a line break in it")
  .refine(storable, UNSTORABLE);
const Version = z.number().int().min(1);

export const SavePanelInput = z.object({
  projectId: ProjectId,
  name: PanelName,
  prompts: z
    .array(PromptInput)
    .min(1, "a panel needs at least one prompt")
    .max(PANEL_MAX_PROMPTS, `a panel holds at most ${PANEL_MAX_PROMPTS} prompts`),
  /** The version that was edited, 0 for a panel that wasn't there; left out: whatever is the newest. */
  baseVersion: z.number().int().min(0).optional(),
});
export type SavePanelInput = z.input<typeof SavePanelInput>;

export const ListPanelsInput = z.object({ projectId: ProjectId });
export type ListPanelsInput = z.input<typeof ListPanelsInput>;

/** `version` left out: the newest. */
export const GetPanelInput = z.object({ projectId: ProjectId, name: PanelName, version: Version.optional() });
export type GetPanelInput = z.input<typeof GetPanelInput>;

export const ComparePanelVersionsInput = z.object({
  projectId: ProjectId,
  name: PanelName,
  version: Version,
});
export type ComparePanelVersionsInput = z.input<typeof ComparePanelVersionsInput>;

export const RestorePanelVersionInput = z.object({
  projectId: ProjectId,
  name: PanelName,
  version: Version,
  /** As in SavePanelInput: the newest version that its reader has seen. */
  baseVersion: Version.optional(),
});
export type RestorePanelVersionInput = z.input<typeof RestorePanelVersionInput>;

export const CheckPromptsInput = z.object({
  projectId: ProjectId,
  texts: z.array(z.string().max(PROMPT_MAX_CHARACTERS)).max(PANEL_MAX_PROMPTS),
});
export type CheckPromptsInput = z.input<typeof CheckPromptsInput>;

export type PromptIntent = z.output<typeof PromptInput>["intent"];
export type PromptStage = z.output<typeof PromptInput>["stage"];

/** What is set of a prompt, beside its text. */
export interface PromptMarks {
  readonly intent: PromptIntent;
  readonly tags: readonly string[];
  readonly topic: string;
  readonly persona: string;
  readonly stage: PromptStage;
  readonly locale: string;
}

/** A panel at its newest version. */
export interface PanelSummaryDto {
  readonly panelId: PanelId;
  readonly panelVersionId: PanelVersionId;
  readonly name: string;
  readonly version: number;
  readonly prompts: number;
  /** ISO moment. */
  readonly savedAt: string;
  /** Runs and imports of any version; of the newest alone. */
  readonly runs: number;
  readonly runsOfVersion: number;
}

export interface PromptDto extends PromptMarks {
  readonly promptId: PromptId;
  readonly text: string;
  /** The same in every version that asks the same question. */
  readonly hash: string;
  /** Names the project's own brand, as the extractor reads it today. */
  readonly namesOwnBrand: boolean;
}

export interface PanelVersionDto {
  readonly version: number;
  /** ISO moment. */
  readonly savedAt: string;
  readonly prompts: number;
  /** Runs and imports that asked exactly this version. */
  readonly runs: number;
}

export interface PanelDto {
  readonly panelId: PanelId;
  readonly panelVersionId: PanelVersionId;
  readonly name: string;
  readonly version: number;
  /** In the order in which they were saved. */
  readonly prompts: readonly PromptDto[];
  /** Newest first. */
  readonly versions: readonly PanelVersionDto[];
}

/** A prompt as one version has it. */
export interface ComparedPrompt extends PromptMarks {
  readonly text: string;
}

/** How a version differs from the one before it. The same question is known by its hash: a reworded one is another. */
export interface PanelDifference {
  readonly version: number;
  readonly added: readonly ComparedPrompt[];
  readonly removed: readonly ComparedPrompt[];
  /** Same question, with something else set. */
  readonly changed: readonly { readonly before: ComparedPrompt; readonly after: ComparedPrompt }[];
  readonly unchanged: number;
}

/** For each text in its order: whether the extractor would say that it names the own brand. */
export interface PromptChecksDto {
  readonly ownBrand: string;
  readonly namesOwnBrand: readonly boolean[];
}
