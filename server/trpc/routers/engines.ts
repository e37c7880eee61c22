import { EngineInput, getEngineStatus, listEngines } from "@/server/engine-health";
import { unwrap } from "@/server/kernel/result";
import { orgProcedure, router } from "../init";

export const enginesRouter = router({
  list: orgProcedure.query(async () => unwrap(await listEngines())),
  get: orgProcedure.input(EngineInput).query(async ({ input }) => unwrap(await getEngineStatus(input))),
});
