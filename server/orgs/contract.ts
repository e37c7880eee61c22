import { z } from "zod";

export const CreateOrgInput = z.object({
  name: z.string().trim().min(1).max(100),
  planId: z.enum(["free", "starter", "team", "agency", "enterprise"]).default("free"),
  workspaceName: z.string().trim().min(1).max(100).default("Main"),
});
export type CreateOrgInput = z.input<typeof CreateOrgInput>;
