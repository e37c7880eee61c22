import { expect, test } from "vitest";
import { standingWords } from "./member-words";

test("a client viewer is named with the workspace, everybody else by the role alone", () => {
  expect(standingWords("client_viewer", "Acme")).toBe("Client viewer of Acme");
  expect(standingWords("owner", null)).toBe("Owner");
});
