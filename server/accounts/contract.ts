import { z } from "zod";
import type { Role } from "@/server/kernel/context";
import type { OrgId } from "@/server/kernel/id";

export const MakeUserInput = z.object({
  email: z.email().max(254).toLowerCase(),
  name: z.string().trim().min(1).max(100),
});
export type MakeUserInput = z.input<typeof MakeUserInput>;

/** An org that a person may enter, and as what. */
export interface MyOrg {
  readonly orgId: OrgId;
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
}
