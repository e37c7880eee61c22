import { desc, eq, inArray } from "drizzle-orm";
import { operatorAction, orgSlug, user } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { FLAGS, readFlagRulesIn } from "@/server/flags";
import { ok, type Result } from "@/server/kernel/result";
import type { FlagActionDto, FlagRuleDto, FlagsDto } from "./contract";
import type { Operator } from "./enter-operations";

/** How many of the latest settings are told. */
const ACTIONS = 20;

/** Every flag with what is set of it, and who set one lately. */
export async function listFlags(_operator: Operator): Promise<Result<FlagsDto>> {
  return withoutTenant<FlagsDto>(async (tx) => {
    const rules = await readFlagRulesIn(tx);
    const named = rules.flatMap(({ orgId }) => orgId ?? []);
    const found = await tx.select().from(orgSlug).where(inArray(orgSlug.orgId, named));
    const slugs = new Map(found.map(({ orgId, slug }) => [orgId, slug]));
    const today = new Date().toISOString().slice(0, 10);
    const rulesOf = (id: string): FlagRuleDto[] =>
      rules
        .filter(({ flag }) => flag === id)
        .map(({ orgId, percent }) => ({ org: orgId === null ? null : (slugs.get(orgId) ?? orgId), percent }))
        .toSorted((one, other) => (one.org ?? "").localeCompare(other.org ?? ""));
    const rows = await tx
      .select({
        id: operatorAction.id,
        flagId: operatorAction.subjectId,
        detail: operatorAction.detail,
        by: user.name,
        at: operatorAction.createdAt,
      })
      .from(operatorAction)
      .leftJoin(user, eq(user.id, operatorAction.userId))
      .where(eq(operatorAction.action, "flag.set"))
      .orderBy(desc(operatorAction.id))
      .limit(ACTIONS);
    return ok({
      flags: FLAGS.map((flag) => ({ ...flag, expired: flag.expires < today, rules: rulesOf(flag.id) })),
      actions: rows.map(toDto),
    });
  });
}

function toDto(row: {
  readonly id: number;
  readonly flagId: string;
  readonly detail: Record<string, unknown>;
  readonly by: string | null;
  readonly at: Date;
}): FlagActionDto {
  const { org, percent, reason } = row.detail;
  return {
    id: row.id,
    flagId: row.flagId,
    org: typeof org === "string" ? org : null,
    percent: typeof percent === "number" ? percent : null,
    reason: typeof reason === "string" ? reason : "",
    by: row.by ?? "somebody who is no longer known",
    at: row.at.toISOString(),
  };
}
