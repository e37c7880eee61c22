import { withTenant } from "@/db/tenant";
import { engines } from "@/server/engines";
import { ok, type Result } from "@/server/kernel/result";
import type { EnginesDto } from "./contract";
import { engineItem } from "./engine-item";
import { readEngineFacts } from "./read-engine-facts";

/** Every engine: how it stands for the org, what it costs and shows, and what everybody's calls of the last hour came to. */
export async function listEngines(): Promise<Result<EnginesDto>> {
  return withTenant<EnginesDto>(async (tx) =>
    ok({ engines: (await readEngineFacts(tx, engines)).map(engineItem) }),
  );
}
