import {
  EngineKeyInput,
  listEngineKeys,
  removeEngineKey,
  SaveEngineKeyInput,
  saveEngineKey,
  testEngineKey,
} from "@/server/engine-keys";
import { unwrap } from "@/server/kernel/result";
import { orgProcedure, router } from "../init";

export const engineKeysRouter = router({
  list: orgProcedure.query(async () => unwrap(await listEngineKeys())),
  save: orgProcedure
    .input(SaveEngineKeyInput)
    .mutation(async ({ input }) => unwrap(await saveEngineKey(input))),
  test: orgProcedure.input(EngineKeyInput).mutation(async ({ input }) => unwrap(await testEngineKey(input))),
  remove: orgProcedure
    .input(EngineKeyInput)
    .mutation(async ({ input }) => unwrap(await removeEngineKey(input))),
});
