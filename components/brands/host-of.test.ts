import { expect, test } from "vitest";
import { Domain } from "@/server/projects/contract";
import { hostOf } from "./host-of";

test.each([
  ["acme.com", "acme.com", false],
  [" ACME.com ", "acme.com", false],
  ["www.acme.com", "acme.com", true],
  ["https://www.acme.com/pricing?x=1#top", "acme.com", true],
  ["http://user:secret@shop.acme.co.uk:8443/", "shop.acme.co.uk", true],
  ["//acme.com/a", "acme.com", true],
  ["acme.com/about@us", "acme.com", true],
  ["mailto:info@acme.com", "acme.com", true],
  ["acme.com.", "acme.com", true],
  ["https://münchen-möbel.de/", "münchen-möbel.de", true],
  ["www.com", "www.com", false],
])("%s is kept as %s, and whether it was shortened is known", (typed, host, shortened) => {
  expect(hostOf(typed)).toEqual({ host, shortened });
  expect(Domain.parse(host)).toBe(host);
});

test.each([
  "acme",
  "",
  "https://",
  "not a domain.com",
  "-acme.com",
  "http://localhost:3000",
  "acme..com",
  "*.acme.com",
])("%s has no host that could be kept, and the server says the same", (typed) => {
  expect(hostOf(typed)).toBeUndefined();
  expect(Domain.safeParse(typed).success).toBe(false);
});
