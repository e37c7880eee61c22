export { acceptInvite } from "./accept-invite";
export { changeRole } from "./change-role";
export {
  ChangeRoleInput,
  type InvitationDto,
  InviteInput,
  MemberInput,
  OpenInviteInput,
} from "./contract";
export { inviteMember } from "./invite-member";
export { listInvites } from "./list-invites";
export { listMembers } from "./list-members";
export { readInvitation } from "./read-invitation";
export { removeMember } from "./remove-member";
export { resendInvite } from "./resend-invite";
export { revokeInvite } from "./revoke-invite";
