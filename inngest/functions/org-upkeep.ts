import { reapAnalysisCache, releaseHolds } from "@/server/analysis";
import { sealAudit } from "@/server/audit";
import { purgePools } from "@/server/call-limits";
import { purgeSpend } from "@/server/ceiling";
import { expireOrgLots } from "@/server/credits";
import { purgeMinutes } from "@/server/engine-health";
import { reapIdempotencyKeys } from "@/server/idempotency";
import { OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { listOrgIds } from "@/server/orgs";
import { grantMonthlyCredits } from "@/server/plans";
import { resumeRecomputes } from "@/server/recompute";
import { purgeRawBodies } from "@/server/retention";
import { inngest } from "../client";
import { forEachOrg } from "../for-each-org";

/** What each org needs from time to time, by the name of its step. Every verb is safe to run twice. */
const UPKEEP = [
  { name: "seal-audit", verb: sealAudit },
  { name: "expire-lots", verb: expireOrgLots },
  { name: "grant-monthly-credits", verb: () => grantMonthlyCredits() },
  { name: "reap-idempotency-keys", verb: reapIdempotencyKeys },
  { name: "release-token-holds", verb: releaseHolds },
  { name: "reap-analysis-cache", verb: reapAnalysisCache },
  { name: "resume-recomputes", verb: resumeRecomputes },
  { name: "purge-raw-bodies", verb: purgeRawBodies },
] as const;

/** The platform's own counters, of no org, that are of no use any more. */
const PURGES = [
  { name: "purge-minutes", verb: purgeMinutes },
  { name: "purge-spend", verb: purgeSpend },
  { name: "purge-pools", verb: purgePools },
] as const;

/** Once an hour, for every org of the platform, page by page; and for the platform itself. */
export const orgUpkeep = inngest.createFunction(
  {
    id: "org-upkeep",
    triggers: [{ cron: "17 * * * *" }],
    retries: 2,
    concurrency: { limit: 1 },
    timeouts: { finish: "50m" },
  },
  async ({ step, runId }) => {
    let after: OrgId | null = null;
    for (let page = 1; page === 1 || after !== null; page += 1) {
      const from: OrgId | null = after;
      const listed: { orgIds: string[]; next: string | null } = await step.run(
        `list-orgs-${page}`,
        async () => unwrap(await listOrgIds(from)),
      );
      const orgIds = listed.orgIds.map((orgId) => OrgId.parse(orgId));
      for (const { name, verb } of UPKEEP)
        await step.run(`${name}-${page}`, () => forEachOrg(orgIds, "org-upkeep", runId, verb));
      after = listed.next === null ? null : OrgId.parse(listed.next);
    }
    for (const { name, verb } of PURGES) await step.run(name, async () => unwrap(await verb()));
  },
);
