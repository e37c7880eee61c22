import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { RESERVED_SLUGS, RESERVED_WORKSPACE_SLUGS } from "./reserved-slugs";

const APP = new URL("../../app/", import.meta.url);

/** Folders that are a part of an address as they are called: no group, no parameter. */
const staticParts = (folder: string) =>
  readdirSync(new URL(folder, APP), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z0-9-]+$/.test(entry.name))
    .map(({ name }) => name);

test("no org and no workspace can be called as a page of ours is", () => {
  const groups = readdirSync(APP).filter((name) => /^\(.+\)$/.test(name));
  const first = ["./", ...groups.map((group) => `${group}/`)].flatMap(staticParts);
  const second = staticParts("(dashboard)/[org]/");
  expect(first).toContain("operations");
  expect(second).toContain("settings");
  expect(first.filter((name) => !RESERVED_SLUGS.has(name))).toEqual([]);
  expect(second.filter((name) => !RESERVED_WORKSPACE_SLUGS.has(name))).toEqual([]);
});
