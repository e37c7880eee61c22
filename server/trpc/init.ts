import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import { enterOrg } from "@/server/accounts";
import { runInContext } from "@/server/kernel/context";
import { unwrap } from "@/server/kernel/result";
import { enterOperations } from "@/server/operations";
import { checkClientReach } from "@/server/projects";
import { publicError, refusalOf } from "./errors";
import type { RequestContext } from "./request-context";
import { requirePerson } from "./require-person";

const t = initTRPC.context<RequestContext>().create({
  errorFormatter: ({ shape, error, ctx }) => ({
    ...shape,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      requestId: ctx?.requestId,
      refusal: refusalOf(error),
    },
  }),
});

export const { router, createCallerFactory } = t;

/** The one place where errors become answers. */
const publicProcedure = t.procedure.use(async ({ next, path, ctx }) => {
  const result = await next();
  return result.ok ? result : { ...result, error: publicError(result.error, path, ctx.requestId) };
});

/** For a person, in no org: which orgs are theirs. */
export const signedInProcedure = publicProcedure.use(({ ctx, next }) => {
  return next({ ctx: { ...ctx, user: requirePerson(ctx) } });
});

/**
 * For a member, in the org that the input names by its slug: the procedure runs in the context that the membership allows,
 * read from the database now. Somebody else's org and one that isn't there are the same NOT_FOUND.
 */
export const orgProcedure = signedInProcedure
  .input(z.object({ org: z.string().min(1).max(100) }))
  .use(async ({ ctx, input, next, path, getRawInput }) => {
    const entering = ctx.entered.get(input.org) ?? enterOrg(ctx.user.userId, input.org, ctx.requestId);
    ctx.entered.set(input.org, entering);
    const context = unwrap(await entering);
    return runInContext(context, async () => {
      unwrap(await checkClientReach(path, await getRawInput()));
      return next();
    });
  });

/**
 * For a person who runs the platform, in no org. Anybody else gets the words of a procedure that isn't there. Read from the
 * database now, before the input is looked at.
 */
export const operatorProcedure = signedInProcedure.use(async ({ ctx, path, next }) => {
  const operator = await enterOperations(ctx.user.userId, ctx.requestId);
  if (!operator.ok)
    throw new TRPCError({ code: "NOT_FOUND", message: `No procedure found on path "${path}"` });
  return next({ ctx: { ...ctx, operator: operator.value } });
});
