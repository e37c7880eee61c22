import { runInContext } from "@/server/kernel/context";
import type { OrgId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import type { Result } from "@/server/kernel/result";

/**
 * Runs a verb for each org, one after the other, as the system actor of `job`. An org where it is refused or throws is
 * logged and left to the next time: one org never keeps the others waiting.
 */
export async function forEachOrg(
  orgIds: readonly OrgId[],
  job: string,
  functionRun: string,
  verb: () => Promise<Result<unknown>>,
): Promise<{ orgs: number; failed: number }> {
  let failed = 0;
  for (const orgId of orgIds) {
    const context = { orgId, actor: { kind: "system" as const, job }, requestId: functionRun };
    const why = await runInContext(context, () => whyNot(verb));
    if (why === undefined) continue;
    failed += 1;
    logger.warn({ orgId, job, err: why }, "an org was left to the next time");
  }
  return { orgs: orgIds.length, failed };
}

async function whyNot(verb: () => Promise<Result<unknown>>): Promise<unknown> {
  try {
    const result = await verb();
    return result.ok ? undefined : result.error;
  } catch (thrown) {
    return thrown;
  }
}
