import { unwrap } from "@/server/kernel/result";
import { cancelRecompute, getRecompute, RecomputeProjectInput, startRecompute } from "@/server/recompute";
import { orgProcedure, router } from "../init";

export const recomputeRouter = router({
  status: orgProcedure
    .input(RecomputeProjectInput)
    .query(async ({ input }) => unwrap(await getRecompute(input))),
  start: orgProcedure
    .input(RecomputeProjectInput)
    .mutation(async ({ input }) => unwrap(await startRecompute(input))),
  cancel: orgProcedure
    .input(RecomputeProjectInput)
    .mutation(async ({ input }) => unwrap(await cancelRecompute(input))),
});
