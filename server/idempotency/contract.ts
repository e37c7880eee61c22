import { z } from "zod";

const MISSING = "is missing: send a new one with each new request, and the same one when you try again";

/** Names a request within its org. The same key again gets the first answer, and nothing is done a second time. */
export const IdempotencyKey = z
  .string({ error: MISSING })
  .min(1, MISSING)
  .max(200, "is longer than 200 characters");
