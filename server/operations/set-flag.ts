import { eq } from "drizzle-orm";
import { operatorAction, orgSlug } from "@/db/schema";
import { type TenantTransaction, withoutTenant, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { FLAGS, writeFlagRule } from "@/server/flags";
import { runInContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { OrgId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { SetFlagInput } from "./contract";
import type { Operator } from "./enter-operations";

type Tx = Parameters<Parameters<typeof withoutTenant>[0]>[0] | TenantTransaction;

/**
 * Sets in which share of orgs a flag is on, or whether it is for one org, and puts who did it on record: with the operators,
 * and of an org's own rule in that org's audit log, in one transaction. It counts within seconds, and for what has begun not at all.
 */
export async function setFlag(operator: Operator, input: SetFlagInput): Promise<Result<void>> {
  const parsed = parseInput(SetFlagInput, input);
  if (!parsed.ok) return parsed;
  const { flagId: flag, org: slug, percent, reason } = parsed.value;
  if (!FLAGS.some(({ id }) => id === flag)) return err(notFound("flag"));
  const { userId, requestId } = operator;
  const set = async (tx: Tx, orgId: OrgId | null) => {
    const before = await writeFlagRule(tx, { flag, orgId }, percent);
    const detail = { org: slug, percent, reason };
    await tx
      .insert(operatorAction)
      .values({ userId, action: "flag.set", subjectId: flag, detail, requestId });
    return before;
  };
  if (slug === null)
    return withoutTenant<void>(async (tx) => {
      await set(tx, null);
      return ok(undefined);
    });
  const found = await orgAt(slug);
  if (!found.ok) return found;
  const orgId = found.value;
  return runInContext({ orgId, actor: { kind: "operator", userId }, requestId }, () =>
    withTenant<void>(async (tx) => {
      const before = await set(tx, orgId);
      await recordAudit(tx, {
        action: "flag.set",
        subjectType: "org",
        subjectId: orgId,
        before: { percent: before },
        after: { percent },
        detail: { flag },
      });
      return ok(undefined);
    }),
  );
}

async function orgAt(slug: string): Promise<Result<OrgId>> {
  return withoutTenant<OrgId>(async (tx) => {
    const [found] = await tx
      .select({ orgId: orgSlug.orgId })
      .from(orgSlug)
      .where(eq(orgSlug.slug, slug.toLowerCase()));
    return found ? ok(found.orgId) : err(notFound("organisation at this address"));
  });
}
