import { z } from "zod";
import { PromptInput } from "@/server/panels/contract";

/** What somebody types to say where their brand lives: a domain, or an address on it. */
export const ReadSiteInput = z.object({
  site: z.string().trim().min(1, "is empty").max(300, "is longer than an address can be"),
});
export type ReadSiteInput = z.input<typeof ReadSiteInput>;

const Line = z.string().max(300);
const Lines = z.array(Line).max(50);

/** A project on its way, as its form has it: nothing in it has to be right before the project is made. */
export const SetupDraft = z.object({
  /** As it was typed; "" where everything was. */
  site: Line,
  name: Line,
  aliases: Lines,
  domains: Lines,
  /** What the brand is in, in a few words. */
  category: Line,
  /** Of the prompts: en-US. */
  locale: PromptInput.shape.locale,
  rivals: Lines,
  prompts: z.array(z.object({ text: z.string().max(2_000), intent: PromptInput.shape.intent })).max(100),
  /** Why the site could not be read, in words; null where it was. */
  trouble: z.string().max(500).nullable().default(null),
  /** Who suggested it, in words; null where nobody did. */
  suggestedBy: z.string().max(300).nullable().default(null),
});
export type SetupDraft = z.infer<typeof SetupDraft>;

export const SaveSetupInput = z.object({ draft: SetupDraft });
export type SaveSetupInput = z.input<typeof SaveSetupInput>;

/** `workspace` left out: the org's first. */
export const FinishSetupInput = z.object({
  draft: SetupDraft,
  workspace: z.string().min(1).max(100).optional(),
});
export type FinishSetupInput = z.input<typeof FinishSetupInput>;

/** What is known of a brand that prompts are wanted for. */
export const SuggestStartPromptsInput = z.object({
  name: z.string().trim().min(1, "is empty").max(100),
  category: z.string().trim().max(200),
  rivals: z.array(z.string().trim().max(100)).max(50),
  locale: PromptInput.shape.locale,
});
export type SuggestStartPromptsInput = z.input<typeof SuggestStartPromptsInput>;

export interface StartPromptsDto {
  readonly prompts: SetupDraft["prompts"];
}

/** Where a project lives in its org. */
export interface SetupAddress {
  readonly workspace: string;
  readonly project: string;
}

export interface SetupDto {
  /** Whether the reader may make a project. */
  readonly mayCreate: boolean;
  /** Where the reader left off; null when nothing was begun. */
  readonly draft: SetupDraft | null;
  /** The newest project that was never asked anything, and holds no import. */
  readonly unasked: (SetupAddress & { readonly name: string }) | null;
  /** Those that a project can be made in, the org's first one first. */
  readonly workspaces: readonly { readonly slug: string; readonly name: string }[];
  /** Of the languages that prompts are suggested in. */
  readonly locales: readonly { readonly locale: string; readonly label: string }[];
}
