import { type APIRequestContext, request as requests } from "@playwright/test";
import pg from "pg";
import { openPool } from "@/db/client";
import { useDatabase } from "@/db/tenant";
import { hashOfRows } from "@/db/testing/row-hash";
import { listExportTables } from "@/server/exports";
import { createOrgScene, type OrgScene } from "@/server/trpc/testing/org-scene";
import { ROUTES, readRouteFiles } from "@/server/trpc/testing/ways-in";
import { readStage } from "../fixtures/stage";
import { startApp } from "../fixtures/start-app";
import { expect, test } from "../fixtures/test";

/** One request to a member door, as the other org's own member would make it. */
interface Asked {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly file?: string;
  /** It names nothing but the org: one's own is one's own. */
  readonly orgAlone?: true;
}

/** What each member door is asked with the ids of an org; a door without an entry fails by name. */
const ASKED: Readonly<Record<string, (org: OrgScene) => Asked[]>> = {
  "GET app/api/audit/route.ts": () => [{ path: "/api/audit", query: {}, orgAlone: true }],
  "GET app/api/export/[table]/route.ts": ({ workspaceSlug, projectSlug }) =>
    listExportTables().map(({ id }) => ({
      path: `/api/export/${id}`,
      query: { workspace: workspaceSlug, project: projectSlug },
    })),
  "GET app/api/export-org/route.ts": () => [{ path: "/api/export-org", query: {}, orgAlone: true }],
  "GET app/api/raw-body/route.ts": ({ answerId }) => [{ path: "/api/raw-body", query: { answer: answerId } }],
  // The week of the import, which the door before has measured.
  "GET app/api/reproduce/route.ts": ({ workspaceSlug, projectSlug }) => [
    {
      path: "/api/reproduce",
      query: { workspace: workspaceSlug, project: projectSlug, window: "2025-10-20" },
    },
  ],
  "POST app/api/import/route.ts": ({ projectId, canary }) =>
    [{ dryRun: "1" }, {}].map((how) => ({
      path: "/api/import",
      query: { projectId, name: "captures.jsonl", ...how },
      file: JSON.stringify({
        engine: "chatgpt",
        prompt: `Which ${canary} desk comes by post?`,
        text: `The ${canary} Desk.`,
        capturedAt: "2025-10-20T09:00:00Z",
      }),
    })),
};

test("every route of members, with another org's ids and with its address, is 404 and changes nothing", async () => {
  // It starts an app of its own, for the other org's member.
  test.slow();
  const { baseURL, databaseUrls, env } = readStage();
  const admin = new pg.Pool({ connectionString: databaseUrls.superuser, max: 2 });
  const app = openPool(databaseUrls.app, { max: 2 });
  useDatabase(app);
  const inspect = async (sql: string, values?: unknown[]) => (await admin.query(sql, values)).rows;
  const theirs = await createOrgScene(inspect, { name: "Routes", credits: 7_341_907, year: 2024 });
  // What the scene has left to be announced would be worked on meanwhile.
  await inspect("update ops.outbox set sent_at = now() where org_id = $1", [theirs.orgId]);
  // Each request has a key of its own, so an answer by key is new each time; what stands in line the janitor moves on.
  const moving = ["ops.idempotency_key", "ops.outbox", "ops.open_run"];
  const hash = () => hashOfRows(inspect, { orgId: theirs.orgId, without: moving });
  const theirApp = await startApp({ ...env, DEMO_SIGN_IN: theirs.owner.email });
  try {
    const mine = await signedIn(baseURL);
    const before = await hash();
    // POST app/api/auth/[...nextauth]/route.ts and app/(auth)/actions.ts: signing in, and again, writes nothing.
    const member = await signedIn(theirApp.url);
    await signedIn(theirApp.url);
    expect(await hash()).toBe(before);

    const doors = await memberDoors();
    for (const door of doors)
      for (const asked of ASKED[door]?.(theirs) ?? []) {
        for (const org of asked.orgAlone ? [theirs.slug] : ["demo", theirs.slug]) {
          const refused = await send(mine, door, asked, org);
          expect([door, asked.path, org, refused.status()]).toEqual([door, asked.path, org, 404]);
          expect((await refused.text()).toLowerCase()).not.toContain(theirs.canary.toLowerCase());
        }
        expect((await send(await requests.newContext({ baseURL }), door, asked, theirs.slug)).status()).toBe(
          401,
        );
      }
    expect(doors.length).toBeGreaterThanOrEqual(3);
    expect(await hash()).toBe(before);

    await test.step("control: the same requests reach the rows for the org's own member", async () => {
      for (const door of doors)
        for (const asked of ASKED[door]?.(theirs) ?? []) {
          expect((await send(member, door, asked, theirs.slug)).status(), `${door} ${asked.path}`).toBe(200);
          await expect.poll(() => underWay(theirs), { timeout: 120_000 }).toEqual([]);
        }
      expect(await hash()).not.toBe(before);
    });

    await test.step("a file again through POST app/api/import/route.ts changes nothing", async () => {
      const imported = await hash();
      for (const asked of ASKED["POST app/api/import/route.ts"]?.(theirs) ?? []) {
        const answer = await (await send(member, "POST", asked, theirs.slug)).json();
        expect(answer).toMatchObject({ accepted: 0, alreadyImported: 1 });
      }
      expect(await hash()).toBe(imported);
    });
  } finally {
    await theirApp.stop();
    await app.end();
    await admin.end();
  }

  /** What was set going and isn't done: an import's run, events that wait to be sent, and jobs that don't sleep. */
  async function underWay({ orgId, openRunId }: OrgScene): Promise<string[]> {
    const rows = await inspect(
      `select 'run' as what from tracking.run where org_id = $1 and id <> $2 and closed_at is null
       union all select 'event ' || name from ops.outbox where org_id = $1 and sent_at is null
       union all select 'job ' || function_id from local_runtime.runs
         where status in ('waiting', 'queued', 'active') and event::jsonb #>> '{data,orgId}' = $1::text`,
      [orgId, openRunId],
    );
    return rows.map(({ what }) => String(what));
  }
});

/** "GET app/api/…/route.ts" of every route of members, enumerated from the folder. */
async function memberDoors(): Promise<string[]> {
  const files = await readRouteFiles(process.cwd());
  const doors = files
    .filter(({ file }) => ROUTES[file] === "member")
    .flatMap(({ file, methods }) => methods.map((method) => `${method} ${file}`));
  for (const door of doors) expect(ASKED[door], `no request is known for ${door}`).toBeDefined();
  return doors;
}

function send(as: APIRequestContext, door: string, { path, query, file }: Asked, org: string) {
  const [method = "GET"] = door.split(" ");
  return as.fetch(path, {
    method,
    params: { org, ...query },
    ...(file !== undefined && {
      data: Buffer.from(file),
      headers: { "content-type": "application/octet-stream", "idempotency-key": crypto.randomUUID() },
    }),
  });
}

/** A session by the demo sign-in of the app at that address: the cookies that a browser would have. */
async function signedIn(baseURL: string): Promise<APIRequestContext> {
  const context = await requests.newContext({ baseURL });
  const { csrfToken } = await (await context.get("/api/auth/csrf")).json();
  await context.post("/api/auth/callback/demo", {
    form: { csrfToken, callbackUrl: "/enter" },
    maxRedirects: 0,
  });
  expect((await (await context.get("/api/auth/session")).json()).user).toBeDefined();
  return context;
}
