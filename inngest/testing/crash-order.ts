import { z } from "zod";
import { OrgId, PanelVersionId, ProjectId, RunId } from "@/server/kernel/id";

/** How long crash tests wait for the dead, in their workers and in the process that requests their runs. */
export const IMPATIENCE = { leaseSeconds: 3, quietSeconds: 2 };

/** Where a process is to kill itself: when it passes `point` for the `passing`-th time, `afterMs` later. */
export const CrashPlan = z.object({
  point: z.string(),
  passing: z.int().positive(),
  afterMs: z.int().nonnegative(),
});
export type CrashPlan = z.infer<typeof CrashPlan>;

const plan = CrashPlan.nullable();

/** What a waiting process of a crash test is told to be. */
export const CrashOrder = z.discriminatedUnion("role", [
  /** Runs the durable functions, and the janitor's verbs every `sweepMs` (0: never). */
  z.object({ role: z.literal("worker"), plan, sweepMs: z.int().nonnegative() }),
  /** Requests one run and ends. */
  z.object({
    role: z.literal("requester"),
    plan,
    orgId: OrgId,
    request: z.object({
      projectId: ProjectId,
      panelVersionId: PanelVersionId,
      engineIds: z.array(z.string()),
      repeats: z.int(),
      idempotencyKey: z.string(),
    }),
  }),
  /** Cancels one run and ends. */
  z.object({ role: z.literal("canceller"), plan, orgId: OrgId, runId: RunId }),
]);
export type CrashOrder = z.infer<typeof CrashOrder>;

/** What the process says back: it is ready for an order, or has done what the order said. */
export const CrashReport = z.object({
  did: z.enum(["load", "listen", "request", "cancel"]),
  with: z.string(),
});
export type CrashReport = z.infer<typeof CrashReport>;
