import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { savePanel } from "@/server/panels";
import { createProject } from "@/server/projects";

const { inspect } = testDatabase();
const actor = { kind: "system" as const, job: "test" };
const newOrg = async () => unwrap(await createOrg({ name: "Acme" }, actor, "test"));

test("an org starts with its plan, an empty wallet and a workspace, and an audit row says who made it", async () => {
  const { orgId, workspaceId } = await newOrg();
  const rows = await inspect(
    `select s.plan_id, w.id as workspace, a.actor, a.action from tenancy.org o
     join billing.subscription s using (org_id) join credits.wallet using (org_id)
     join tenancy.workspace w using (org_id) join ops.audit_log a using (org_id) where o.org_id = $1`,
    [orgId],
  );
  expect(rows).toEqual([
    { plan_id: "free", workspace: workspaceId, actor: "system:test", action: "org.create" },
  ]);
});

test("a workspace is never addressed as one of the org's own pages", async () => {
  for (const workspaceName of ["Engines", "Settings"]) {
    const { orgId } = unwrap(await createOrg({ name: "Acme", workspaceName }, actor, "test"));
    const [row] = await inspect("select name, slug from tenancy.workspace where org_id = $1", [orgId]);
    expect(row).toEqual({ name: workspaceName, slug: `${workspaceName.toLowerCase()}-2` });
  }
});

test("a project keeps its own brand, its rivals, and every name and domain once", async () => {
  const { orgId, workspaceId } = await newOrg();
  const { projectId } = await asOrg(orgId, async () =>
    unwrap(
      await createProject({
        workspaceId,
        name: "Laptops",
        own: { name: "ASUS", aliases: ["Asus", "ZenBook"], domains: ["asus.com", "asus.com"] },
        rivals: [{ name: "HP", domains: ["hp.com"] }, { name: "Dell" }],
      }),
    ),
  );
  const names = await inspect("select alias from tracking.brand_alias where project_id = $1 order by alias", [
    projectId,
  ]);
  expect(names.map((row) => row.alias)).toEqual(["ASUS", "Dell", "HP", "ZenBook"]);
  const domains = await inspect("select domain from tracking.brand_domain where project_id = $1 order by 1", [
    projectId,
  ]);
  expect(domains.map((row) => row.domain)).toEqual(["asus.com", "hp.com"]);
});

const refusals = [
  { why: "a name that can't be matched", own: { name: "*" }, rivals: [], says: /\*/ },
  {
    why: "two brands of one name",
    own: { name: "Acme" },
    rivals: [{ name: "ACME" }],
    says: /already belongs to Acme/,
  },
  {
    why: "an alias that a rival has",
    own: { name: "Acme", aliases: ["Rocket"] },
    rivals: [{ name: "Rocket" }],
    says: /"Rocket" already belongs to Acme/,
  },
  {
    why: "a domain that two brands share",
    own: { name: "Acme", domains: ["acme.com"] },
    rivals: [{ name: "Rocket", domains: ["ACME.com"] }],
    says: /domain "acme.com" already belongs to Acme/,
  },
  {
    why: "a URL for a domain",
    own: { name: "Acme", domains: ["https://acme.com"] },
    rivals: [],
    says: /is not a domain/,
  },
];

test.each(refusals)("$why is refused in words, and nothing stands", async ({ own, rivals, says }) => {
  const { orgId, workspaceId } = await newOrg();
  const result = await asOrg(orgId, () => createProject({ workspaceId, name: "P", own, rivals }));
  expect(result.ok ? "made" : result.error.message).toMatch(says);
  expect(await inspect("select * from tenancy.project where org_id = $1", [orgId])).toEqual([]);
});

test("an edit of a panel makes the next version and leaves the first as it was", async () => {
  const { orgId, workspaceId } = await newOrg();
  await asOrg(orgId, async () => {
    const { projectId } = unwrap(await createProject({ workspaceId, name: "P", own: { name: "Acme" } }));
    const save = (texts: string[]) =>
      savePanel({ projectId, name: "Main", prompts: texts.map((text) => ({ text })) });
    expect(unwrap(await save(["best rocket?"])).version).toBe(1);
    expect(unwrap(await save(["best rocket?", "cheap rocket?"])).version).toBe(2);
    const versions = await inspect(
      `select v.version, count(*)::int as prompts from tracking.panel_version v
       join tracking.prompt p on p.panel_version_id = v.id where v.org_id = $1 group by 1 order by 1`,
      [orgId],
    );
    expect(versions).toEqual([
      { version: 1, prompts: 1 },
      { version: 2, prompts: 2 },
    ]);
    const refusal = async (texts: string[]) => {
      const result = await save(texts);
      return result.ok ? "saved" : result.error.message;
    };
    expect(await refusal([])).toMatch(/at least one prompt/);
    expect(await refusal(["x".repeat(10_000)])).toMatch(/longer than 2000 characters/);
    expect(await refusal(["same", "other", " same "])).toMatch(/prompts 1 and 3 are the same/);
    expect(await inspect("select id from tracking.panel_version where org_id = $1", [orgId])).toHaveLength(2);
  });
});

test("ten first saves of one panel at once make one panel with ten versions", async () => {
  const { orgId, workspaceId } = await newOrg();
  await asOrg(orgId, async () => {
    const { projectId } = unwrap(await createProject({ workspaceId, name: "P", own: { name: "Acme" } }));
    const saves = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        savePanel({ projectId, name: "Main", prompts: [{ text: `best rocket of ${index}?` }] }),
      ),
    );
    expect(saves.map((saved) => unwrap(saved).version).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });
});

test("a viewer changes nothing", async () => {
  const { orgId, workspaceId } = await newOrg();
  const viewer = { kind: "user" as const, userId: crypto.randomUUID() as never, role: "viewer" as const };
  const result = await asOrg(
    orgId,
    () => createProject({ workspaceId, name: "P", own: { name: "Acme" } }),
    viewer,
  );
  expect(result.ok ? null : result.error.code).toBe("forbidden");
});
