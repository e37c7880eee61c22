interface Words {
  readonly reason: string;
  readonly advice: string;
}

const LATER = "Asking again later usually works.";
const SAME_AGAIN = "Asking again will most likely end the same way.";

/** What asking again would do, by what the engine's failure says. The first that fits counts. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /insufficient_quota|billing_hard_limit/,
    "Our account there is out of funds: asking again fails until that is mended.",
  ],
  [
    /is not answering at the moment/,
    "It failed so often that we don't ask it for a while: nothing was charged. Asking again later usually works.",
  ],
  [
    / that an ask may take are over$|could not be asked again in time$/,
    `All its tries took too long together: nothing was charged. ${LATER}`,
  ],
  [/ is paused: /, "Nothing was charged. Asking again fails until we ask this engine again."],
  [/has no key/, "Asking again fails until the key is set."],
  [/HTTP 429|rate_limit|slow down/, `It had too many calls at once. ${LATER}`],
  [/gave no answer/, `It took too long. ${LATER}`],
  [/can't be reached/, `The connection failed. ${LATER}`],
  [/sent /, `What it sent could not be read. ${LATER}`],
  [/refused the request|takes prompts of at most|can't be asked from/, SAME_AGAIN],
];

const PARSED = /^the response (failed|is)\b/;
const OVER_CEILING = /^([^.]*daily spending limit[^.]* is reached)\. (Nothing was charged\. .*)$/;
const LOST_TWICE = /^The call was lost in flight twice\./;

const OUR_FAULT: Words = {
  reason: "It ended by a fault on our side",
  advice: `${LATER} If it stays, tell us the id of this run.`,
};

/**
 * Why an ask ended without an answer, in words that may be shown: an engine's own failure begins with its label and is
 * written for users (EngineError). Anything else may be an unexpected error of ours, and none of its text is shown.
 */
export function failureWords(label: string, failure: string | null): Words {
  if (failure === null) return { reason: "No reason was recorded", advice: LATER };
  if (LOST_TWICE.test(failure)) return { reason: "The call was lost in flight twice", advice: LATER };
  const [, reason, advice] = OVER_CEILING.exec(failure) ?? [];
  if (reason !== undefined && advice !== undefined) return { reason, advice };
  const said = PARSED.test(failure) ? `${label}: ${failure}` : failure;
  if (!said.startsWith(label)) return OUR_FAULT;
  const known = ADVICE.find(([pattern]) => pattern.test(said))?.[1];
  return { reason: said, advice: known ?? `The engine had a fault of its own. ${LATER}` };
}
