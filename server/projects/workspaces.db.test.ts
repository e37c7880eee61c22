import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { newId, type UserId } from "@/server/kernel/id";
import { type Result, unwrap } from "@/server/kernel/result";
import { memberScene } from "@/server/trpc/testing/member-scene";
import { createWorkspace, listProjects, renameProject, renameWorkspace } from ".";

const { inspect } = testDatabase({ max: 10 });

const codeOf = async (result: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const { ok, error } = await result;
  return ok ? "ok" : error?.code;
};

test("a workspace gets an address of its own, never one of the org's pages, and a name once", async () => {
  const { within } = await memberScene(inspect);
  const make = (name: string) => within(() => createWorkspace({ name }));
  expect(unwrap(await make("Café Zürich")).slug).toBe("cafe-zuerich");
  expect(unwrap(await make("Settings")).slug).toBe("settings-2");
  expect(await codeOf(make("  Settings "))).toBe("conflict");
  expect(await codeOf(make(" "))).toBe("invalid_input");
  const eight = await Promise.all(Array.from({ length: 8 }, () => codeOf(make("At once"))));
  expect(eight.toSorted()).toEqual([...Array(7).fill("conflict"), "ok"]);
});

test("another name leaves the address as it is; a name that is taken is refused", async () => {
  const { within } = await memberScene(inspect);
  await within(async () => unwrap(await createWorkspace({ name: "Clients" })));
  await within(async () => unwrap(await renameWorkspace({ workspace: "main", name: "Own brands" })));
  await within(async () =>
    unwrap(await renameProject({ workspace: "main", project: "desks", name: "Standing desks" })),
  );
  expect(await within(async () => unwrap(await listProjects()))).toMatchObject([
    { slug: "clients", name: "Clients", projects: [] },
    { slug: "main", name: "Own brands", projects: [{ slug: "desks", name: "Standing desks" }] },
  ]);
  const rename = (workspace: string, name: string) => within(() => renameWorkspace({ workspace, name }));
  expect(await codeOf(rename("main", "Clients"))).toBe("conflict");
  expect(await codeOf(rename("nowhere", "Anything"))).toBe("not_found");
});

test("members rename projects, and only admins workspaces; viewers neither", async () => {
  const { orgId } = await memberScene(inspect);
  const tried = (role: "viewer" | "member" | "admin") => {
    const actor = { kind: "user", userId: newId<UserId>(), role } as const;
    const name = `By a ${role}`;
    const verbs: (() => Promise<Result<unknown>>)[] = [
      () => renameProject({ workspace: "main", project: "desks", name }),
      () => renameWorkspace({ workspace: "main", name }),
      () => createWorkspace({ name: `New ${name}` }),
    ];
    return Promise.all(verbs.map((verb) => codeOf(asOrg<Result<unknown>>(orgId, verb, actor))));
  };
  expect(await tried("viewer")).toEqual(["forbidden", "forbidden", "forbidden"]);
  expect(await tried("member")).toEqual(["ok", "forbidden", "forbidden"]);
  expect(await tried("admin")).toEqual(["ok", "ok", "ok"]);
});
