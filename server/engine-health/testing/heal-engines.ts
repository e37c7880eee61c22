import { sql } from "drizzle-orm";
import { withoutTenant } from "@/db/tenant";
import { engines } from "@/server/engines";
import { ok, unwrap } from "@/server/kernel/result";
import { answeredSinceReport } from "../count-calls";
import { forgetStandings } from "../known-standings";

/** As if no engine had ever failed: what one test did to them is not the next one's. A pause stays. */
export async function healEngines(): Promise<void> {
  const healed = await withoutTenant(async (tx) =>
    ok(
      await tx.execute(sql`
        update ops.engine_health set state = 'closed', window_from = null, window_calls = 0, window_faults = 0,
          window_limited = 0, openings = 0, open_until = null, probe_token = null, probe_until = null`),
    ),
  );
  unwrap(healed);
  for (const { id } of engines) answeredSinceReport(id);
  forgetStandings();
}
