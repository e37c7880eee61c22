export { changeRole } from "./change-role";
export { ChangeRoleInput, MemberInput } from "./contract";
export { listMembers } from "./list-members";
export { removeMember } from "./remove-member";
