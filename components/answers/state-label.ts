import type { Tone } from "@/components/ui/badge";
import type { AnswerState } from "@/server/engines/contract";

interface StateLabel {
  readonly label: string;
  readonly tone: Tone;
  /** What the state means, in a sentence. */
  readonly meaning: string;
}

/** The answer states in words, in the order in which they are offered. */
export const STATE_LABELS: Readonly<Record<AnswerState, StateLabel>> = {
  answered: { label: "Answered", tone: "neutral", meaning: "The engine answered the question." },
  no_answer_shown: {
    label: "No answer shown",
    tone: "caution",
    meaning: "The page came without an answer of the engine.",
  },
  refused: { label: "Refused", tone: "caution", meaning: "The engine declined to answer." },
  empty: { label: "Empty", tone: "caution", meaning: "What came holds no text." },
  truncated: { label: "Truncated", tone: "caution", meaning: "The answer stops before its end." },
  provider_error: {
    label: "Provider error",
    tone: "bad",
    meaning: "What came can’t be read as an answer. It is never charged.",
  },
};
