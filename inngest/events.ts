import { z } from "zod";
import { AskId, BrandId, OrgId, ProjectId, RecomputeId, RunId } from "@/server/kernel/id";

/** Every event by name, with its payload: ids only, never content. `priority` is seconds of head start (catalog.plan). */
export const events = {
  "run/requested": z.object({ orgId: OrgId, runId: RunId }),
  "run/asks.finished": z.object({ orgId: OrgId, runId: RunId }),
  "run/reviewed": z.object({ orgId: OrgId, runId: RunId }),
  "run/closed": z.object({ orgId: OrgId, runId: RunId }),
  "facts/changed": z.object({ orgId: OrgId, brandId: BrandId }),
  "recompute/requested": z.object({ orgId: OrgId, projectId: ProjectId, recomputeId: RecomputeId }),
  "ask/requested": z.object({
    orgId: OrgId,
    runId: RunId,
    askId: AskId,
    engineId: z.string(),
    priority: z.int(),
  }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;
