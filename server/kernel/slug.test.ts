import { describe, expect, test } from "vitest";
import { slugOf } from "./slug";

describe("a name in an address", () => {
  test.each([
    ["Acme & Söhne GmbH", "acme-and-soehne-gmbh"],
    ["  Blue Bottle  ", "blue-bottle"],
    ["日本", "untitled"],
    ["x".repeat(90), "x".repeat(40)],
  ])("%s becomes %s", (name, slug) => {
    expect(slugOf(name, new Set())).toBe(slug);
  });

  test("a taken one gets the next free number", () => {
    expect(slugOf("Main", new Set(["main", "main-2"]))).toBe("main-3");
  });
});
