import { expect, test } from "vitest";
import type { Role } from "@/server/kernel/context";
import { PERMISSIONS, roleMay } from "./contract";

const actions = Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[];
const may = (role: Role) => actions.filter((action) => roleMay(role, action));

test("a client viewer reads projects, and may do nothing else; a viewer reads the org, too", () => {
  expect(may("client_viewer")).toEqual(["project.read"]);
  expect(may("viewer")).toEqual(["project.read", "org.read", "credits.read", "members.read"]);
});

test("who stands higher may do all that those below may, and owners alone decide about owners", () => {
  const ranks = ["client_viewer", "viewer", "member", "admin", "owner"] as const;
  for (const [index, role] of ranks.entries())
    for (const lower of ranks.slice(0, index)) expect(may(role)).toEqual(expect.arrayContaining(may(lower)));
  expect(actions.filter((action) => !roleMay("admin", action))).toEqual(["org.export", "owners.change"]);
  expect(may("owner")).toEqual(actions);
});
