import { z } from "zod";
import type { Role } from "@/server/kernel/context";
import { UserId } from "@/server/kernel/id";

export const MemberInput = z.object({ userId: UserId });
export type MemberInput = z.input<typeof MemberInput>;

/** `workspaceId` is the client viewer's workspace: needed for that role, refused for every other. */
export const ChangeRoleInput = z.object({
  userId: UserId,
  role: z.enum(["member", "owner", "admin", "viewer", "client_viewer"]),
  workspaceId: z.string().max(36).optional(),
});
export type ChangeRoleInput = z.input<typeof ChangeRoleInput>;

export interface MemberDto {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The workspace that a client viewer sees; null for everybody else. */
  readonly workspace: string | null;
  /** ISO moment. */
  readonly since: string;
  /** Whether it is who asks. */
  readonly you: boolean;
}
