import { expect, test } from "vitest";
import { METHOD_CHANGES } from "./method-changes";
import { METHOD_VERSION } from "./registry";

test("the method's version is the last of its changes, which are numbered in order", () => {
  const versions = METHOD_CHANGES.map(({ version }) => version);
  expect(versions.at(-1)).toBe(METHOD_VERSION);
  expect(versions).toEqual(versions.map((_, index) => `v${index + 1}`));
});
