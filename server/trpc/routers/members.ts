import { unwrap } from "@/server/kernel/result";
import { ChangeRoleInput, changeRole, listMembers, MemberInput, removeMember } from "@/server/members";
import { orgProcedure, router } from "../init";

export const membersRouter = router({
  list: orgProcedure.query(async () => unwrap(await listMembers())),
  changeRole: orgProcedure
    .input(ChangeRoleInput)
    .mutation(async ({ input }) => unwrap(await changeRole(input))),
  remove: orgProcedure.input(MemberInput).mutation(async ({ input }) => unwrap(await removeMember(input))),
});
