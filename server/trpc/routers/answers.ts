import { AnswerInput, getAnswer, getRawBody, ListAnswersInput, listAnswers } from "@/server/answers";
import { unwrap } from "@/server/kernel/result";
import { orgProcedure, router } from "../init";

export const answersRouter = router({
  list: orgProcedure.input(ListAnswersInput).query(async ({ input }) => unwrap(await listAnswers(input))),
  get: orgProcedure.input(AnswerInput).query(async ({ input }) => unwrap(await getAnswer(input))),
  rawBody: orgProcedure.input(AnswerInput).query(async ({ input }) => unwrap(await getRawBody(input))),
});
