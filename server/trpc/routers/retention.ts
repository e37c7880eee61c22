import { unwrap } from "@/server/kernel/result";
import { getRetention, SaveRetentionInput, saveRetention } from "@/server/retention";
import { orgProcedure, router } from "../init";

export const retentionRouter = router({
  get: orgProcedure.query(async () => unwrap(await getRetention())),
  save: orgProcedure
    .input(SaveRetentionInput)
    .mutation(async ({ input }) => unwrap(await saveRetention(input))),
});
