import { z } from "zod";
import { PanelVersionId, ProjectId } from "@/server/kernel/id";

export const RequestRunInput = z.object({
  projectId: ProjectId,
  panelVersionId: PanelVersionId,
  engineIds: z.array(z.string()).min(1, "choose at least one engine").max(20),
  /** Asks of each prompt × engine: 1 to 28. */
  repeats: z.int().min(1).max(28).default(1),
  /** The same key with the same input is the same run. */
  idemKey: z.string().min(1).max(200),
  /** What to do when the wallet can't pay: refuse (a person asks) or wait for credits (a schedule does). */
  whenUnpaid: z.enum(["refuse", "wait"]).default("refuse"),
  /** Sandbox only: the simulated moment of the run, and the surface that recorded answers were captured from. */
  simulated: z
    .object({ observedAt: z.date().optional(), surface: z.literal("capture").optional() })
    .default({}),
});
export type RequestRunInput = z.input<typeof RequestRunInput>;
