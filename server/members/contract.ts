import { z } from "zod";
import type { Role } from "@/server/kernel/context";
import { UserId, type WorkspaceId } from "@/server/kernel/id";

export const MemberInput = z.object({ userId: UserId });
export type MemberInput = z.input<typeof MemberInput>;

/** What somebody is in an org: `workspaceId` is the client viewer's workspace, needed for that role, refused for every other. */
export const Standing = z.object({
  role: z.enum(["member", "owner", "admin", "viewer", "client_viewer"]),
  workspaceId: z.string().max(36).optional(),
});

/** With `stepDown`, beside the role of owner: who makes another an owner ceases to be one, and is an admin. */
export const ChangeRoleInput = Standing.extend({ userId: UserId, stepDown: z.boolean().optional() });
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

/** Everybody who may enter the org, and what who asks may do about it. */
export interface MembersDto {
  readonly members: readonly MemberDto[];
  readonly mayChange: boolean;
  readonly mayChangeOwners: boolean;
  /** What a client viewer can be limited to, by name. */
  readonly workspaces: readonly { readonly workspaceId: WorkspaceId; readonly name: string }[];
}
