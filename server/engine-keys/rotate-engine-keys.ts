import type { Environment } from "@/server/engines";
import { runInContext } from "@/server/kernel/context";
import type { OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { listOrgIds, type OrgIdPage } from "@/server/orgs";
import { type Rewrapped, rewrapEngineKeys } from "./rewrap-engine-keys";

export interface Rotation extends Rewrapped {
  readonly orgs: number;
}

/**
 * Puts every data key of the platform under the newest master key, org by org, each in a transaction of its own: stopped
 * anywhere and begun again, it passes over what is done. Says after each page of orgs how far it is. Throws what a verb
 * refuses; the orgs before it are done.
 */
export async function rotateEngineKeys(
  said: (sofar: Rotation) => void = () => {},
  environment?: Environment,
): Promise<Rotation> {
  const requestId = crypto.randomUUID();
  let [sum, after]: [Rotation, OrgId | null] = [{ orgs: 0, rewrapped: 0, current: 0, unopened: 0 }, null];
  do {
    const page: OrgIdPage = unwrap(await listOrgIds(after));
    for (const orgId of page.orgIds) {
      const context = { orgId, actor: { kind: "system" as const, job: "rotate-keys" }, requestId };
      sum = plus(sum, unwrap(await runInContext(context, () => rewrapEngineKeys(environment))));
    }
    said(sum);
    after = page.next;
  } while (after !== null);
  return sum;
}

function plus(sum: Rotation, more: Rewrapped): Rotation {
  return {
    orgs: sum.orgs + 1,
    rewrapped: sum.rewrapped + more.rewrapped,
    current: sum.current + more.current,
    unopened: sum.unopened + more.unopened,
  };
}
