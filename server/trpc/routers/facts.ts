import { AnswerInput } from "@/server/answers";
import {
  archiveFact,
  FactInput,
  FactSheetInput,
  getAnswerChecks,
  getFactSheet,
  getStatements,
  ListStatementsInput,
  restoreFact,
  SaveCheckSettingInput,
  SaveFactInput,
  saveCheckSetting,
  saveFact,
} from "@/server/facts";
import { unwrap } from "@/server/kernel/result";
import { orgProcedure, router } from "../init";

export const factsRouter = router({
  sheet: orgProcedure.input(FactSheetInput).query(async ({ input }) => unwrap(await getFactSheet(input))),
  save: orgProcedure.input(SaveFactInput).mutation(async ({ input }) => unwrap(await saveFact(input))),
  archive: orgProcedure.input(FactInput).mutation(async ({ input }) => unwrap(await archiveFact(input))),
  restore: orgProcedure.input(FactInput).mutation(async ({ input }) => unwrap(await restoreFact(input))),
  statements: orgProcedure
    .input(ListStatementsInput)
    .query(async ({ input }) => unwrap(await getStatements(input))),
  ofAnswer: orgProcedure.input(AnswerInput).query(async ({ input }) => unwrap(await getAnswerChecks(input))),
  saveSetting: orgProcedure
    .input(SaveCheckSettingInput)
    .mutation(async ({ input }) => unwrap(await saveCheckSetting(input))),
});
