import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { recordAudit } from "@/server/audit";
import type { Actor, Role } from "@/server/kernel/context";
import { newId, type OrgId, type UserId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { listAudit, openAuditExport } from "./index";

const { inspect } = testDatabase();

const person = async (name: string): Promise<Actor & { kind: "user" }> => {
  const email = `${crypto.randomUUID()}@example.com`;
  return { kind: "user", userId: unwrap(await makeUser({ email, name })), role: "admin" };
};
const record = (orgId: OrgId, actor: Actor, action: string, count = 1) =>
  asOrg(
    orgId,
    async () =>
      unwrap(
        await withTenant(async (tx) => {
          for (let index = 0; index < count; index += 1)
            await recordAudit(tx, {
              action,
              subjectType: "panel",
              subjectId: newId<string>(),
              before: { prompts: index },
              after: { prompts: index + 1 },
            });
          return ok(undefined);
        }),
      ),
    actor,
  );
const reader = (role: Role): Actor => ({ kind: "user", userId: newId<UserId>(), role });
const list = (orgId: OrgId, input: Parameters<typeof listAudit>[0] = {}) =>
  asOrg(orgId, async () => unwrap(await listAudit(input)), reader("admin"));
const file = (orgId: OrgId, input: Parameters<typeof openAuditExport>[0] = {}) =>
  asOrg(
    orgId,
    async () => {
      const { body } = unwrap(await openAuditExport(input));
      const rows: Record<string, string>[] = parse(await new Response(body).text(), {
        columns: true,
        bom: true,
      });
      return rows;
    },
    reader("owner"),
  );

test("the log is read in pages that each row is on once, also while others write", async () => {
  const orgId = await createTestOrg();
  await record(orgId, await person("Ann"), "panel.save", 120);
  const seen: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await list(orgId, after === undefined ? {} : { after });
    seen.push(...page.rows.map(({ id }) => id));
    await record(orgId, await person("Bea"), "panel.save");
    after = page.next;
  }
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  expect(seen.map(Number)).toEqual(seen.map(Number).toSorted((a, b) => b - a));
});

test("it is narrowed by who, by what and by days, in words, and the file holds the same rows", async () => {
  const orgId = await createTestOrg();
  const [ann, bea] = [await person("Ann"), await person("Bea")];
  await record(orgId, ann, "panel.save", 3);
  await record(orgId, bea, "brand.add", 2);
  await record(orgId, { kind: "system", job: "close-run" }, "run.failed");
  await record(orgId, { kind: "operator", userId: newId<UserId>() }, "flag.set");
  const [annAs] = [`user:${ann.userId}`];
  const { rows, actors } = await list(orgId, { who: annAs });
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    who: "Ann",
    words: "saved a panel",
    changes: [{ field: "prompts", before: "2", after: "3" }],
  });
  expect(actors.map(({ name }) => name)).toEqual(["An operator of CiteStreak", "Ann", "Bea", "CiteStreak"]);
  const today = new Date().toISOString().slice(0, 10);
  const cases = [
    [{ who: annAs }, 3],
    [{ who: "system" }, 1],
    [{ who: "operator" }, 1],
    [{ action: "brand.add" }, 2],
    [{ who: annAs, action: "brand.add" }, 0],
    [{ to: "2020-01-01" }, 0],
    [{ from: "2020-01-01", to: today }, 7],
    [{}, 7],
  ] as const;
  for (const [filter, count] of cases) {
    expect((await list(orgId, filter)).rows, JSON.stringify(filter)).toHaveLength(count);
    expect(await file(orgId, filter), JSON.stringify(filter)).toHaveLength(count);
  }
});

test("a file longer than a page holds every row once", async () => {
  const orgId = await createTestOrg();
  await record(orgId, await person("=SUM(1)"), "panel.save", 2_001);
  const rows = await file(orgId);
  expect(new Set(rows.map(({ subject_id }) => subject_id)).size).toBe(2_001);
  // What a spreadsheet would run as a formula is a text.
  expect(rows[0]?.who).toBe("'=SUM(1)");
});

test("it is for admins alone, and one org's log shows nothing of another's", async () => {
  const [mine, theirs] = [await createTestOrg(), await createTestOrg()];
  await record(theirs, await person("Eve"), "panel.save");
  for (const role of ["member", "viewer", "client_viewer"] as const)
    for (const read of [() => listAudit(), () => openAuditExport({})])
      expect(await asOrg(theirs, async () => await read(), reader(role))).toMatchObject({
        ok: false,
        error: { code: "forbidden" },
      });
  expect(await list(mine)).toMatchObject({ rows: [], actors: [] });
  expect((await list(theirs)).rows).toHaveLength(1);
  expect((await inspect("select count(*)::int from ops.audit_log where org_id = $1", [theirs]))[0]).toEqual({
    count: 1,
  });
});
