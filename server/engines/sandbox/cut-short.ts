import type { SandboxAnswer } from "./sandbox-answer";

/** Cut at two thirds, as an answer that ran out of tokens; what was cited further down is gone too. */
export function cutShort(answer: SandboxAnswer): SandboxAnswer {
  const cut = Math.floor((answer.text.length * 2) / 3);
  return {
    ...answer,
    outcome: "truncated",
    text: answer.text.slice(0, cut),
    cited: answer.cited.filter(({ span }) => span !== null && span.end <= cut),
  };
}
