import { expect, test } from "vitest";
import { siteHost } from "./site-host";

test.each([
  ["acme.com", "acme.com"],
  [" https://www.Acme.com/desks?x=1#y ", "acme.com"],
  ["HTTP://acme.com:8080/", "acme.com"],
  ["ada@acme.com", "acme.com"],
  ["user:secret@acme.com/x", "acme.com"],
  ["müller.de", "müller.de"],
  ["acme", null],
  ["", null],
  ["https://", null],
  ["127.0.0.1", null],
  ["javascript:alert(1)", null],
  ["not a site.com", null],
])("“%s” means %s", (typed, host) => {
  expect(siteHost(typed)).toBe(host);
});
