import { TRPCError } from "@trpc/server";
import { expect, test, vi } from "vitest";
import { AppError, forbidden, unavailable } from "@/server/kernel/errors";
import { logger } from "@/server/kernel/logger";
import { publicError, retryAfter } from "./errors";

const answerTo = (cause: unknown) =>
  publicError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause }), "test", "request-1");

test.each([
  ["busy", new AppError("busy", "Later."), "SERVICE_UNAVAILABLE"],
  ["a database that is away", unavailable("nothing_happened"), "SERVICE_UNAVAILABLE"],
  ["a commit that nobody knows of", unavailable("unknown"), "SERVICE_UNAVAILABLE"],
  ["a request under way", new AppError("in_progress", "It is under way."), "CONFLICT"],
])("%s passes by itself, and says when to come back", (_, cause, code) => {
  const answer = answerTo(cause);
  expect(answer.code).toBe(code);
  expect(Number(retryAfter(answer))).toBeGreaterThan(0);
});

test("where waiting mends nothing there is none", () => {
  for (const cause of [new AppError("conflict", "This run has ended."), forbidden("look")])
    expect(retryAfter(answerTo(cause))).toBeUndefined();
});

test("the same loss, not seen for what it is, would be a 500 that says nothing of when", () => {
  const lost = Object.assign(new Error("terminating connection due to administrator command"), {
    code: "57P01",
  });
  const log = vi.spyOn(logger, "error").mockImplementation(() => {});
  const answer = answerTo(lost);
  log.mockRestore();
  expect(answer.code).toBe("INTERNAL_SERVER_ERROR");
  expect(retryAfter(answer)).toBeUndefined();
});
