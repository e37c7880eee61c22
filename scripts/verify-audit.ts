import { parseArgs } from "node:util";
import { type AuditVerdict, type SealHead, verifyAudit } from "@/server/audit";
import { boot } from "@/server/boot";
import { runInContext } from "@/server/kernel/context";
import { OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { listOrgIds } from "@/server/orgs";
import { openLocalDatabase } from "./local-database";

const usage = `node scripts/bootstrap.mjs scripts/verify-audit.ts [options]: has anybody edited the audit log?
  --org ID            one org instead of all
  --anchor SEQ:HASH   with --org: this seal, printed by an earlier check, has to be among them
Prints each org's last seal: keep it where nobody who can write the database can write. Ends with 1 when something is wrong.
Without DATABASE_URL it looks at the database "citestreak" of this clone's own Postgres.`;

const { values } = parseArgs({
  options: { org: { type: "string" }, anchor: { type: "string" }, help: { type: "boolean", default: false } },
});

if (values.help) {
  console.log(usage);
} else {
  const only = values.org === undefined ? undefined : OrgId.safeParse(values.org);
  if (only?.success === false) fail("--org is an id.");
  if (values.anchor !== undefined && !only) fail("--anchor belongs to one org: say which by --org.");
  const anchor = values.anchor === undefined ? undefined : readAnchor(values.anchor);
  const database = await openLocalDatabase("citestreak", { fresh: false });
  const pool = await boot({ databaseUrl: database.appUrl });
  try {
    let orgs = 0;
    for await (const orgId of only ? [only.data] : everyOrg()) {
      await check(orgId, anchor);
      orgs += 1;
    }
    if (orgs === 0) console.log("There is no organisation yet.");
  } finally {
    await pool.end();
    await database.stop();
  }
}

async function* everyOrg(): AsyncGenerator<OrgId> {
  let after: OrgId | null = null;
  do {
    const page: { orgIds: OrgId[]; next: OrgId | null } = unwrap(await listOrgIds(after));
    yield* page.orgIds;
    after = page.next;
  } while (after !== null);
}

async function check(orgId: OrgId, anchor: SealHead | undefined): Promise<void> {
  const context = {
    orgId,
    actor: { kind: "system" as const, job: "verify-audit" },
    requestId: crypto.randomUUID(),
  };
  const verdict = unwrap(await runInContext(context, () => verifyAudit(anchor)));
  for (const line of linesOf(orgId, verdict)) console.log(line);
  if (verdict.breaks.length > 0) process.exitCode = 1;
}

function linesOf(orgId: OrgId, { breaks, seals, sealedRows, unsealedRows, head }: AuditVerdict): string[] {
  const last = head ? `, last seal ${head.seq}:${head.hash}` : "";
  const counts = `${sealedRows} rows under ${seals} seals, ${unsealedRows} not sealed yet${last}`;
  if (breaks.length === 0) return [`${orgId} ok: ${counts}`];
  const found = breaks.map(({ seq, what, rows }) => {
    const where = rows ? ` (rows ${rows.from} to ${rows.upto})` : "";
    return `${orgId} BROKEN at seal ${seq}: ${what.replaceAll("_", " ")}${where}`;
  });
  return [...found, `${orgId} ${counts}`];
}

function readAnchor(text: string): SealHead {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) fail("--anchor is SEQ:HASH, as an earlier check printed it.");
  return { seq: Number(seq), hash };
}

function fail(message: string): never {
  console.error(`${message}\n\n${usage}`);
  process.exit(1);
}
