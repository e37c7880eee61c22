import { DEFAULT_LOCALE, STAGE_LABELS, type Stage } from "./prompt-limits";

interface Marks {
  readonly topic: string;
  readonly persona: string;
  readonly stage: Stage | null;
  readonly locale: string;
}

/** What is set of a prompt beside intent and tags, a few words each; nothing for what stands as it always does. */
export function marksInWords({ topic, persona, stage, locale }: Marks): string[] {
  return [
    topic && `Topic: ${topic}`,
    persona && `Persona: ${persona}`,
    stage ? STAGE_LABELS[stage].label : "",
    locale === DEFAULT_LOCALE ? "" : locale,
  ].filter((words) => words !== "");
}
