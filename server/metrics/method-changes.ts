/** What each version of the published method changed, oldest first. Rows keep the version that they were computed with. */
export const METHOD_CHANGES = [
  {
    version: "v1",
    since: "2026-11-20",
    says: "Presence and share of voice with two intervals: on these prompts, and on prompts like these.",
  },
  {
    version: "v2",
    since: "2026-11-26",
    says:
      "Where an F test at 25 % says that days differ by more than prompts explain, both intervals take the variance between " +
      "days in, with its own degrees of freedom. Under v1 the panel interval took any larger one as if it were known, and the " +
      "market interval none: under shocks of 0.6 log-odds they held 91 and 90 % of weeks.",
  },
] as const;
