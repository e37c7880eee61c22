import { z } from "zod";
import { ProjectId } from "@/server/kernel/id";

export const TaskId = z.enum([
  "stance",
  "disambiguation",
  "discovery",
  "claims",
  "support",
  "prompt_suggestions",
  "rival_suggestions",
  "site_reading",
]);
export type TaskId = z.infer<typeof TaskId>;

/** The longest text that is analysed at once, in UTF-16 units: callers cut around what they ask about. */
export const TEXT_MAX_CHARACTERS = 12_000;

export const SuggestPromptsInput = z.object({
  projectId: ProjectId,
  /** What the brand is in, in a few words; left out, the project's own prompts say it. */
  category: z.string().trim().max(200).optional(),
  count: z.int().min(1).max(30).default(10),
});
export type SuggestPromptsInput = z.input<typeof SuggestPromptsInput>;

export const SuggestRivalsInput = z.object({
  projectId: ProjectId,
  count: z.int().min(1).max(20).default(10),
});
export type SuggestRivalsInput = z.input<typeof SuggestRivalsInput>;

/** Who made something, as it is shown beside it: the model and the version of its prompt, or the rules and why. */
export interface ProvenanceDto {
  readonly judge: string;
  readonly promptVersion: string | null;
  /** Why the rules stood in, in words; null when a model answered. */
  readonly why: string | null;
}

export interface SuggestedPrompt {
  readonly text: string;
  readonly intent: "category" | "comparison" | "problem" | "branded";
}

export interface SuggestedRival {
  readonly name: string;
  /** Where it was read, word for word. */
  readonly quote: string;
  /** In how many of the read answers it stands. */
  readonly answers: number;
}

export interface SuggestedPromptsDto {
  readonly prompts: readonly SuggestedPrompt[];
  readonly provenance: ProvenanceDto;
}

export interface SuggestedRivalsDto {
  readonly rivals: readonly SuggestedRival[];
  /** How many of the newest answers were read. */
  readonly looked: number;
  readonly provenance: ProvenanceDto;
}

/** A task of the analysis model, as the settings page tells it. */
export interface AnalysisTaskDto {
  readonly id: TaskId;
  readonly label: string;
  readonly promptVersion: string;
}

export interface AnalysisDto {
  /** The platform's models, or null: then the rules do all of it. */
  readonly models: { readonly small: string; readonly large: string } | null;
  /** Whether answers to texts of the same meaning are used again. */
  readonly similar: boolean;
  /** Of this UTC month. */
  readonly tokens: {
    /** ISO date of the month's first day. */
    readonly month: string;
    readonly allowance: number;
    readonly used: number;
    readonly held: number;
    readonly calls: number;
  };
  readonly tasks: readonly AnalysisTaskDto[];
}
