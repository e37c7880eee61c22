import type { EngineErrorKind } from "../engine-error";
import type { FaultKind } from "../sandbox/faults";
import type { AnswerCaseName } from "./answer-cases";

interface Expected {
  readonly kind: EngineErrorKind;
  readonly retryable: boolean;
  readonly mayHaveBeenPaid: boolean;
}

export const safe = { retryable: true, mayHaveBeenPaid: false };
export const final = { retryable: false, mayHaveBeenPaid: false };
export const lost = { retryable: false, mayHaveBeenPaid: true };

/** What an HTTP status means, of every vendor alike, when its body says nothing better. */
export const statusCases: readonly (readonly [number, Expected])[] = [
  [302, { kind: "rejected", ...final }],
  [400, { kind: "rejected", ...final }],
  [401, { kind: "rejected", ...final }],
  [402, { kind: "rejected", ...final }],
  [403, { kind: "rejected", ...final }],
  [404, { kind: "rejected", ...final }],
  [408, { kind: "server_error", ...safe }],
  [429, { kind: "rate_limited", ...safe }],
  [500, { kind: "server_error", ...safe }],
  [502, { kind: "server_error", ...safe }],
  [503, { kind: "server_error", ...safe }],
  [504, { kind: "timeout", ...lost }],
  [524, { kind: "timeout", ...lost }],
];

/** Faults that change what is said: an answer like any other, of this kind. */
export const alteredCases = {
  missing_overview: "not shown at all",
  refusal: "refused",
  empty_answer: "empty",
  truncated_answer: "truncated",
} as const satisfies Partial<Record<FaultKind, AnswerCaseName>>;

/** Every other fault of the sandbox, what it must look like, and how many answers it puts on the bill. */
export const faultCases: Record<
  Exclude<FaultKind, keyof typeof alteredCases>,
  Expected & { readonly bill: number }
> = {
  rate_limited: { kind: "rate_limited", ...safe, bill: 0 },
  server_error: { kind: "server_error", ...safe, bill: 0 },
  failure_in_200: { kind: "server_error", ...safe, bill: 0 },
  reset_mid_body: { kind: "network", ...lost, bill: 1 },
  slow: { kind: "timeout", ...lost, bill: 1 },
  slow_loris: { kind: "timeout", ...lost, bill: 1 },
  malformed_json: { kind: "bad_body", ...lost, bill: 1 },
  wrong_content_type: { kind: "bad_body", ...lost, bill: 1 },
  huge_body: { kind: "bad_body", ...lost, bill: 1 },
};
