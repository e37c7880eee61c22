import { expect, test } from "vitest";
import { failureWords } from "./failure-words";

test.each([
  ["ChatGPT asks to slow down (HTTP 429)", /too many calls at once.*later usually works/],
  ["ChatGPT failed (insufficient_quota)", /out of funds/],
  ["ChatGPT gave no answer within 120000 ms", /took too long/],
  ["ChatGPT can't be reached (ECONNREFUSED)", /connection failed/],
  ["ChatGPT sent malformed JSON", /could not be read/],
  ["ChatGPT refused the request (HTTP 401)", /end the same way/],
  ["ChatGPT is not answering at the moment", /nothing was charged.*later usually works/],
  [
    "ChatGPT failed (HTTP 503), and the 10 minutes that an ask may take are over",
    /nothing was charged.*later usually works/,
  ],
  ["ChatGPT is paused: its answers are cut off", /Nothing was charged.*until we ask/],
  ["ChatGPT failed (HTTP 500)", /fault of its own/],
])("%s keeps the engine's own words, and says what asking again would do", (failure, advice) => {
  const words = failureWords("ChatGPT", failure);
  expect(words.reason).toBe(failure);
  expect(words.advice).toMatch(advice);
});

test("a response that says that it failed names its engine", () => {
  expect(failureWords("ChatGPT", "the response failed: server_error").reason).toBe(
    "ChatGPT: the response failed: server_error",
  );
});

test("a call lost twice says so", () => {
  const stored = "The call was lost in flight twice. Nothing was charged.";
  expect(failureWords("ChatGPT", stored).reason).toBe("The call was lost in flight twice");
});

test.each(["Failed query: insert into x values ('sk-123')", "another worker holds the claim", ""])(
  "%j is not an engine's failure, so none of it is shown",
  (failure) => {
    expect(failureWords("ChatGPT", failure).reason).toBe("It ended by a fault on our side");
  },
);
