import { engines, type FaultInput, FaultKind } from "@/server/engines";

type Kind = FaultInput["kind"];

/** Tries of an ask in these tests. */
export const TRIES = 3;

/** The faults of the wire, each with how many calls an ask makes of it in its tries: a lost one is bought twice. */
const WIRE_FAULTS: readonly (readonly [Kind, number])[] = [
  ["rate_limited", TRIES],
  ["server_error", TRIES],
  ["failure_in_200", TRIES],
  ["reset_mid_body", 2],
  ["slow", 2],
  ["slow_loris", 2],
  ["malformed_json", 2],
  ["wrong_content_type", 2],
  ["huge_body", 2],
];

/** Faults that change what the answer says: it came, so it is bought once and recorded as what it is. */
const ANSWER_FAULTS: readonly Kind[] = FaultKind.options.filter((kind) =>
  WIRE_FAULTS.every(([wire]) => wire !== kind),
);

/** Every engine with every `stride`th fault, other ones of each engine: between them all faults. */
export function casesOf(stride: number) {
  return engines.map(({ id, price, limits }, place) => {
    const some = (_: unknown, fault: number) => (fault + place) % stride === 0;
    return {
      id,
      credits: price.credits,
      budgetMs: limits.budgetMs,
      faults: WIRE_FAULTS.filter(some),
      answers: ANSWER_FAULTS.filter(some),
    };
  });
}

export const FAULT_COUNTS = { wire: WIRE_FAULTS.length, answers: ANSWER_FAULTS.length };
