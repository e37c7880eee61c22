import { unwrap } from "@/server/kernel/result";
import {
  ChangeRoleInput,
  changeRole,
  InviteInput,
  inviteMember,
  listInvites,
  listMembers,
  MemberInput,
  OpenInviteInput,
  removeMember,
  resendInvite,
  revokeInvite,
} from "@/server/members";
import { orgProcedure, router } from "../init";

export const membersRouter = router({
  list: orgProcedure.query(async () => unwrap(await listMembers())),
  changeRole: orgProcedure
    .input(ChangeRoleInput)
    .mutation(async ({ input }) => unwrap(await changeRole(input))),
  remove: orgProcedure.input(MemberInput).mutation(async ({ input }) => unwrap(await removeMember(input))),
  invites: orgProcedure.query(async () => unwrap(await listInvites())),
  invite: orgProcedure.input(InviteInput).mutation(async ({ input }) => unwrap(await inviteMember(input))),
  resendInvite: orgProcedure
    .input(OpenInviteInput)
    .mutation(async ({ input }) => unwrap(await resendInvite(input))),
  revokeInvite: orgProcedure
    .input(OpenInviteInput)
    .mutation(async ({ input }) => unwrap(await revokeInvite(input))),
});
