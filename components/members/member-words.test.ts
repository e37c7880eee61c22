import { expect, test } from "vitest";
import { invitedAs } from "./member-words";

test("in a sentence a role has its article", () => {
  expect(invitedAs("admin", null)).toBe("an admin");
  expect(invitedAs("client_viewer", "Acme")).toBe("a client viewer of Acme");
});
