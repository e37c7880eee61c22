import { z } from "zod";
import type { DeadLetterDetail, DeadLetterStep } from "@/inngest/local/open-dead-letters";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { type DeadLetterDto, DeadLetterInput, type LetterPage, type LetterStep } from "./contract";
import { requireDeadLetters } from "./dead-letters-here";
import type { Operator } from "./enter-operations";
import { toInterventions, toItems } from "./letter-rows";
import { shownText } from "./shown-text";

const EVENT = 20_000;
const BODY = 8_000;

/** One letter with its event, steps and what was done about it; without the letter when somebody handled it. */
export async function getDeadLetter(operator: Operator, input: DeadLetterInput): Promise<Result<LetterPage>> {
  const parsed = parseInput(DeadLetterInput, input);
  if (!parsed.ok) return parsed;
  const opened = await requireDeadLetters(operator);
  if (!opened.ok) return opened;
  const { letterId } = parsed.value;
  const letter = await opened.value.read(letterId);
  const done = letter?.interventions ?? (await opened.value.interventions(letterId));
  if (!letter && done.length === 0) return err(notFound("dead letter"));
  return ok({ letter: letter && (await toDto(letter)), interventions: await toInterventions(done) });
}

async function toDto(letter: DeadLetterDetail): Promise<DeadLetterDto> {
  const [item] = await toItems([letter]);
  if (!item) throw new Error("one letter is one item");
  const { stack } = Thrown.catch({}).parse(letter.error);
  return {
    ...item,
    startedAt: letter.startedAt?.toISOString() ?? null,
    event: shownText(JSON.stringify(letter.event, null, 2), EVENT),
    stack: stack === undefined ? null : shownText(stack, BODY),
    steps: letter.steps.map(toStep),
  };
}

const Thrown = z.object({
  name: z.string().optional(),
  message: z.string().optional(),
  stack: z.string().optional(),
});

/** On one line where it is short. */
function jsonOf(value: unknown): string {
  const line = JSON.stringify(value);
  return line.length <= 80 ? line : JSON.stringify(value, null, 2);
}

function toStep({ name, state, body }: DeadLetterStep): LetterStep {
  const shown = name === null ? null : shownText(name, 200).text;
  if (body === null || body === undefined) return { name: shown, state, body: null };
  const thrown = Thrown.catch({}).parse(body);
  const words =
    state === "failed" && thrown.message !== undefined
      ? [thrown.name, thrown.message].filter(Boolean).join(": ")
      : jsonOf(body);
  return { name: shown, state, body: shownText(words, BODY) };
}
