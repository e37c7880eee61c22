const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;

/** How long to wait before attempt `attempt` (1 is the first retry), in milliseconds. */
export type RetryDelay = (attempt: number) => number;

/** 1 s, 2 s, 4 s ... at most five minutes, each spread by up to a fifth so that what failed together returns apart. */
export const exponentialDelay: RetryDelay = (attempt) =>
  Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (0.8 + 0.4 * Math.random());
