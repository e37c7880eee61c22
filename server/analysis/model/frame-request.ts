import { createHash } from "node:crypto";
import { z } from "zod";
import type { AnalysisTask } from "../define-task";
import { DATA_FRAME } from "../prompts/data-frame";

/** What goes to a model: who it is and what it has to do, and the data, apart from each other. */
export interface FramedRequest {
  readonly instructions: string;
  readonly data: string;
}

/** A first answer that couldn't be used, and why: what the one repair is asked with. */
export interface FailedAnswer {
  readonly text: string;
  readonly problem: string;
}

/** The whole text of a prompt as it is sent. */
export function instructionsOf(task: { readonly prompt: { readonly text: string } }): string {
  return `${task.prompt.text}\n\n${DATA_FRAME}`;
}

/**
 * The input as data between two lines with a code that is a hash of it: a text can't name the code that depends on it, and
 * as JSON it has no line break to end its own line with.
 */
export function frameRequest<Input, Raw, Output>(
  task: AnalysisTask<Input, Raw, Output>,
  input: Input,
): FramedRequest {
  const json = JSON.stringify(input);
  const code = createHash("sha256").update(json).digest("hex").slice(0, 16);
  const lines = [`Task: ${task.prompt.version}`, `DATA ${code}`, json, `DATA ${code}`];
  return { instructions: instructionsOf(task), data: lines.join("\n") };
}

const TEXT_OF_REPAIR = 4_000;

/** The turns after the first: what was answered, and what is wrong with it. None where nothing failed. */
export function repairTurns(
  failed: FailedAnswer | null,
): { readonly role: "assistant" | "user"; readonly content: string }[] {
  if (failed === null) return [];
  return [
    { role: "assistant", content: failed.text.slice(0, TEXT_OF_REPAIR) || "(nothing)" },
    { role: "user", content: `That can't be used: ${failed.problem}. Answer again, with the JSON alone.` },
  ];
}

/** Markup of a chat around each turn, in tokens, generously. */
const PER_TURN = 50;

/**
 * The most tokens that a call can use: no token stands for less than a byte of UTF-8, and the answer is bounded by request.
 * About four times of what a text really takes; the difference is held for the time of the call alone.
 */
export function tokenBound<Input, Raw, Output>(
  task: AnalysisTask<Input, Raw, Output>,
  framed: FramedRequest,
  failed: FailedAnswer | null,
): number {
  const turns = [framed.instructions, framed.data, ...repairTurns(failed).map(({ content }) => content)];
  const schema = JSON.stringify(z.toJSONSchema(task.output));
  const bytes = [...turns, schema].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return bytes + turns.length * PER_TURN + task.maxOutputTokens;
}
