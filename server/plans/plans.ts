/** What a plan gives, in whole credits, and what has its credits come. */
export interface Plan {
  readonly id: "free" | "starter" | "team" | "agency" | "enterprise";
  readonly label: string;
  /** A month, in whole credits. */
  readonly monthlyCredits: number;
  /** `month`: by themselves, in every UTC month. `payment`: only when somebody has paid, which is nothing of this file's. */
  readonly grantedBy: "month" | "payment";
}

/**
 * Every plan as the product knows it. What the database needs of one stands in `catalog.plan` too, and a test compares the
 * two: another number here needs a migration there.
 */
export const PLANS: readonly Plan[] = [
  { id: "free", label: "Free", monthlyCredits: 200, grantedBy: "month" },
  { id: "starter", label: "Starter", monthlyCredits: 3_000, grantedBy: "payment" },
  { id: "team", label: "Team", monthlyCredits: 12_000, grantedBy: "payment" },
  { id: "agency", label: "Agency", monthlyCredits: 60_000, grantedBy: "payment" },
  { id: "enterprise", label: "Enterprise", monthlyCredits: 250_000, grantedBy: "payment" },
];

/** For how many orgs that they made a person's free plan brings credits: the next ones have an empty wallet. */
export const FREE_ORGS_A_PERSON = 2;
