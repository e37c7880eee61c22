import { unwrap } from "@/server/kernel/result";
import {
  FinishSetupInput,
  finishSetup,
  getSetup,
  ReadSiteInput,
  readSite,
  SaveSetupInput,
  SuggestStartPromptsInput,
  saveSetup,
  suggestStartPrompts,
} from "@/server/onboarding";
import { orgProcedure, router } from "../init";

export const startRouter = router({
  get: orgProcedure.query(async () => unwrap(await getSetup())),
  suggestPrompts: orgProcedure
    .input(SuggestStartPromptsInput)
    .query(async ({ input }) => unwrap(await suggestStartPrompts(input))),
  readSite: orgProcedure.input(ReadSiteInput).mutation(async ({ input }) => unwrap(await readSite(input))),
  save: orgProcedure.input(SaveSetupInput).mutation(async ({ input }) => unwrap(await saveSetup(input))),
  finish: orgProcedure
    .input(FinishSetupInput)
    .mutation(async ({ input }) => unwrap(await finishSetup(input))),
});
