import { expect, test } from "vitest";
import { invitedAs, standingWords } from "./member-words";

test("a client viewer is named with the workspace, everybody else by the role alone", () => {
  expect(standingWords("client_viewer", "Acme")).toBe("Client viewer of Acme");
  expect(standingWords("owner", null)).toBe("Owner");
});

test("in a sentence a role has its article", () => {
  expect(invitedAs("admin", null)).toBe("an admin");
  expect(invitedAs("client_viewer", "Acme")).toBe("a client viewer of Acme");
});
