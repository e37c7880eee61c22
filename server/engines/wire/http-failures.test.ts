import { expect, it } from "vitest";
import { retryAfter } from "./http-failures";

it("reads Retry-After as seconds or as a date, and nothing else", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  const read = (value: string) => retryAfter(new Headers({ "retry-after": value }), now);
  expect(read("2")).toBe(2000);
  expect(read("Thu, 01 Jan 2026 00:00:30 GMT")).toBe(30_000);
  expect(read("Wed, 31 Dec 2025 00:00:00 GMT")).toBe(0);
  expect(read("soon")).toBeUndefined();
});
