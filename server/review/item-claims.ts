import { defineClaims } from "@/server/claims";
import type { ReviewItemId } from "@/server/kernel/id";

/** Ten minutes for one question: whoever walks away from it leaves it to others. */
export const LEASE_SECONDS = 600;

/** People may come back to a question as often as they like: there is no last attempt. */
export const itemClaims = defineClaims<{ itemId: ReviewItemId }>({
  name: "review_item",
  table: "tracking.review_item",
  attempts: "claims",
  group: "project_id",
  waiting: "open",
  claimed: "claimed",
  leaseSeconds: LEASE_SECONDS,
  maxAttempts: 1_000_000_000,
  lostForGood: { state: "open" },
  returning: `w.id as "itemId"`,
});
