import { z } from "zod";
import { SignInEmail } from "@/server/accounts/contract";
import type { Role } from "@/server/kernel/context";
import { InviteId, UserId, type WorkspaceId } from "@/server/kernel/id";

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

/** Who is invited to be what. */
export const InviteInput = Standing.extend({ email: SignInEmail });
export type InviteInput = z.input<typeof InviteInput>;

export const OpenInviteInput = z.object({ inviteId: InviteId });
export type OpenInviteInput = z.input<typeof OpenInviteInput>;

/** For how many days an invitation can be accepted. */
export const INVITE_DAYS = 7;

/** An invitation that nobody has accepted yet. */
export interface InviteDto {
  readonly inviteId: InviteId;
  readonly email: string;
  readonly role: Role;
  readonly workspace: string | null;
  /** Who sent it last; null: the account is gone, or it was no person. */
  readonly invitedBy: string | null;
  /** ISO moments. */
  readonly sentAt: string;
  readonly expiresAt: string;
  /** Its link works, its time is over, or who sent it couldn't send it any more. Sent again, it is open. */
  readonly state: "open" | "expired" | "sender gone";
}

/** What the page of an invitation says to who opened it. */
export type InvitationDto =
  /** Used, taken back, too old, or never made: which of them is nobody's business. */
  | { readonly kind: "gone" }
  | { readonly kind: "member"; readonly org: string; readonly slug: string }
  | {
      readonly kind: "open";
      readonly org: string;
      readonly invitedBy: string | null;
      readonly role: Role;
      readonly workspace: string | null;
      /** Nobody is signed in, somebody with another address, or whoever is invited. */
      readonly reader: "nobody" | "another" | "invited";
    };
