/** What can be wrong with an endpoint, one switch at a time. */
export const STAND_IN_FAULTS = [
  /** The message is cut inside its JSON. */
  "broken_json",
  /** Another shape at first, the right one when asked again. */
  "wrong_shape_once",
  "wrong_shape",
  /** Of the right shape, with quotes and names that stand in no text: what an obeyed injection comes out as. */
  "made_up",
  "empty_message",
  "refusal",
  "slow",
  "rate_limited",
  "server_error",
  "gateway_timeout",
  "wrong_key",
  "redirect",
  "huge_body",
  "cut_body",
  "not_json",
  "no_choices",
  "no_usage",
  "negative_usage",
] as const;

export type StandInFault = (typeof STAND_IN_FAULTS)[number];
