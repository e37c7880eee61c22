import { listMyOrgs } from "@/server/accounts";
import { unwrap } from "@/server/kernel/result";
import { router, signedInProcedure } from "../init";

/** The signed-in person, and the orgs that are theirs. */
export const meRouter = router({
  get: signedInProcedure.query(async ({ ctx }) => ({
    userId: ctx.user.userId,
    name: ctx.user.name,
    email: ctx.user.email,
    orgs: unwrap(await listMyOrgs(ctx.user.userId, ctx.requestId)).map(({ slug, name, role }) => ({
      slug,
      name,
      role,
    })),
  })),
});
