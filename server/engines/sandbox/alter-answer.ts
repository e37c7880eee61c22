import { cutShort } from "./cut-short";
import type { FaultKind } from "./faults";
import { english } from "./phrases/english";
import type { SandboxAnswer } from "./sandbox-answer";

const blank = { text: "", cited: [], retrieved: [], queries: [], searched: false } as const;

/** Faults that change what is said and leave the transport alone: the vendor bills them like any answer. */
const alterations: Readonly<Partial<Record<FaultKind, (answer: SandboxAnswer) => SandboxAnswer>>> = {
  missing_overview: () => ({ ...blank, outcome: "no_answer_shown" }),
  refusal: () => ({ ...blank, outcome: "refused", text: english.refusals[0] }),
  empty_answer: () => ({ ...blank, outcome: "empty" }),
  truncated_answer: cutShort,
};

/** The answer as the fault makes it; unchanged for a fault of another kind, or none. */
export function alterAnswer(answer: SandboxAnswer, kind: FaultKind | undefined): SandboxAnswer {
  const alter = kind && alterations[kind];
  return alter ? alter(answer) : answer;
}
