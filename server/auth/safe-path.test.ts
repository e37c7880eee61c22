import { describe, expect, test } from "vitest";
import { safePath } from "./safe-path";

describe("where a sign-in leads", () => {
  test.each(["/demo/main/crm", "/demo?window=2026-11-09", "/a//b"])("%s is ours", (path) => {
    expect(safePath(path)).toBe(path);
  });

  test.each([
    undefined,
    "",
    "demo",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
    "\n//evil.example",
  ])("%j is not, and leads to the visitor's own org", (path) => {
    expect(safePath(path)).toBe("/enter");
  });
});
