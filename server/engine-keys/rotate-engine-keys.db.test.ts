import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { beforeAll, expect, test, vi } from "vitest";
import { asOrg, inOrg } from "@/db/testing/factories";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { verifyAudit } from "@/server/audit";
import type { Actor } from "@/server/kernel/context";
import { OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { asText, openRow, readKeyRows } from "./key-rows";
import { readMasterKeys } from "./master-keys";
import { rewrapEngineKeys } from "./rewrap-engine-keys";
import { rotateEngineKeys } from "./rotate-engine-keys";
import { saveEngineKey } from "./save-engine-key";

const { inspect, urls } = testDatabase();
const ORGS = slice(6, 450);
const ACTOR: Actor = { kind: "system", job: "test" };

const part = (version: number) => `${version}:${randomBytes(32).toString("base64")}`;
const [first, second, third] = [part(1), part(2), part(3)];
const under = (...parts: readonly string[]) => ({ KEY_ENCRYPTION_KEYS: parts.join(",") });

const orgIds: OrgId[] = [];
const secretOf = (orgId: OrgId, provider: string) => `key-${provider}-${orgId}`;
beforeAll(async () => {
  const ownerId = unwrap(await makeUser({ email: "ada@example.com", name: "Ada" }));
  const deps = { environment: under(first), fetch: async () => new Response(null, { status: 200 }) };
  for (let index = 0; index < ORGS; index += 1) {
    const { orgId } = unwrap(await createOrg({ name: `Org ${index}` }, ACTOR, "test", ownerId));
    orgIds.push(OrgId.parse(orgId));
    for (const provider of ["openai", "xai"] as const)
      await asOrg(orgId, async () =>
        unwrap(await saveEngineKey({ provider, secret: secretOf(orgId, provider) }, deps)),
      );
  }
}, 300_000);

/** How many of all keys open to what was given, with these master keys. */
async function opened(environment: Record<string, string>): Promise<number> {
  const masters = readMasterKeys(environment);
  if (!masters) return 0;
  let count = 0;
  for (const orgId of orgIds) {
    const rows = await inOrg(orgId, (tx) => readKeyRows(tx));
    const texts = await asOrg(orgId, async () => rows.map((row) => ({ row, key: openRow(masters, row) })));
    count += texts.filter(
      ({ row, key }) => key && asText(key) === asText({ secret: secretOf(orgId, row.provider) }),
    ).length;
  }
  return count;
}
const versions = () =>
  inspect("select master_version, count(*)::int as keys from tenancy.engine_key group by 1 order by 1");
const ciphertexts = () =>
  inspect("select provider, sealed from tenancy.engine_key order by org_id, provider");
const ALL = ORGS * 2;

test("interrupted half-way and run again, every key opens without the old master key, and no ciphertext changed", async () => {
  const before = await ciphertexts();
  // Half of the orgs are done when the process dies: each org's transaction stands by itself.
  const half = Math.floor(ORGS / 2);
  for (const orgId of orgIds.slice(0, half))
    await asOrg(orgId, async () => unwrap(await rewrapEngineKeys(under(second, first))));
  expect(await versions()).toEqual([
    { master_version: 1, keys: ALL - half * 2 },
    { master_version: 2, keys: half * 2 },
  ]);
  // Meanwhile both are needed, and both are there. Control: with one alone, the other half stays shut.
  expect(await opened(under(second, first))).toBe(ALL);
  expect(await opened(under(second))).toBe(half * 2);

  const said: number[] = [];
  const done = await rotateEngineKeys(({ orgs }) => said.push(orgs), under(second, first));
  expect(done).toEqual({ orgs: ORGS, rewrapped: ALL - half * 2, current: half * 2, unopened: 0 });
  expect(said.at(-1)).toBe(ORGS);
  expect(await opened(under(second))).toBe(ALL);
  expect(await opened(under(first))).toBe(0);
  expect(await ciphertexts()).toEqual(before);
  report(
    "secrets",
    `${ALL} keys of ${ORGS} orgs rotated, stopped half way and begun again: all open without the old master key, none with it`,
  );
});

test("each key has its audit row, once, with the master keys' versions and nothing else", async () => {
  const rows = await inspect(
    "select actor, before, after, detail from ops.audit_log where action = 'engine_key.rewrap'",
  );
  expect(rows).toHaveLength(ALL);
  for (const row of rows)
    expect(row).toMatchObject({ before: { masterVersion: 1 }, after: { masterVersion: 2 } });
  expect(rows.some(({ actor }) => actor === "system:rotate-keys")).toBe(true);
  const [orgId] = orgIds;
  if (!orgId) throw new Error("no org");
  expect(await asOrg(orgId, async () => unwrap(await verifyAudit()).breaks)).toEqual([]);
});

test("run again it finds nothing to do, and a key whose master key is gone is counted and left as it is", async () => {
  expect(await rotateEngineKeys(undefined, under(second))).toMatchObject({ rewrapped: 0, current: ALL });
  const before = await versions();
  expect(await rotateEngineKeys(undefined, under(third))).toMatchObject({ rewrapped: 0, unopened: ALL });
  expect(await versions()).toEqual(before);
  expect(await opened(under(second))).toBe(ALL);
});

test("nobody but our own jobs may", async () => {
  const [orgId] = orgIds;
  if (!orgId) throw new Error("no org");
  const owner = { kind: "api_key", apiKeyId: "key-1", role: "owner" } as const;
  const refused = await asOrg(orgId, () => rewrapEngineKeys(under(third, second)), owner);
  expect(refused).toMatchObject({ ok: false, error: { code: "forbidden" } });
});

test("the script rotates, says how many, and ends with 1 when a key could not be opened", async () => {
  const unopened = await script(under(third));
  expect(unopened).toMatchObject({ code: 1, said: expect.stringContaining(`${ALL} could not be opened`) });
  const done = await script(under(third, second, first));
  expect(done).toMatchObject({ code: 0, said: expect.stringContaining(`${ALL} keys re-wrapped`) });
  expect(await opened(under(third))).toBe(ALL);
  for (const secret of [first, second, third])
    expect(done.said + unopened.said).not.toContain(secret.slice(2));
});

async function script(environment: Record<string, string>) {
  const variables = { ...environment, DATABASE_URL: urls.app, QUEUE_DATABASE_URL: urls.queue };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const child = spawn(process.execPath, ["scripts/bootstrap.mjs", "scripts/rotate-keys.ts"]);
  vi.unstubAllEnvs();
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += String(text)));
  const [code] = await once(child, "exit");
  return { code, said };
}
