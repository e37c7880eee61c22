import { unwrap } from "@/server/kernel/result";
import {
  countDeadLetters,
  DeadLetterInput,
  dropDeadLetter,
  getDeadLetter,
  getMarginReport,
  ListDeadLettersInput,
  listDeadLetters,
  listFlags,
  listOperatedEngines,
  MarginInput,
  PauseEngineInput,
  pauseEngine,
  ResumeEngineInput,
  RetryDeadLettersInput,
  resumeEngine,
  retryDeadLetter,
  retryDeadLetters,
  SetFlagInput,
  setFlag,
} from "@/server/operations";
import { operatorProcedure, router } from "../init";

const deadLettersRouter = router({
  count: operatorProcedure.query(async ({ ctx }) => unwrap(await countDeadLetters(ctx.operator))),
  list: operatorProcedure
    .input(ListDeadLettersInput)
    .query(async ({ ctx, input }) => unwrap(await listDeadLetters(ctx.operator, input))),
  get: operatorProcedure
    .input(DeadLetterInput)
    .query(async ({ ctx, input }) => unwrap(await getDeadLetter(ctx.operator, input))),
  retry: operatorProcedure
    .input(DeadLetterInput)
    .mutation(async ({ ctx, input }) => unwrap(await retryDeadLetter(ctx.operator, input))),
  retryAll: operatorProcedure
    .input(RetryDeadLettersInput)
    .mutation(async ({ ctx, input }) => unwrap(await retryDeadLetters(ctx.operator, input))),
  drop: operatorProcedure
    .input(DeadLetterInput)
    .mutation(async ({ ctx, input }) => unwrap(await dropDeadLetter(ctx.operator, input))),
});

const enginesRouter = router({
  list: operatorProcedure.query(async ({ ctx }) => unwrap(await listOperatedEngines(ctx.operator))),
  pause: operatorProcedure
    .input(PauseEngineInput)
    .mutation(async ({ ctx, input }) => unwrap(await pauseEngine(ctx.operator, input))),
  resume: operatorProcedure
    .input(ResumeEngineInput)
    .mutation(async ({ ctx, input }) => unwrap(await resumeEngine(ctx.operator, input))),
});

/** What the people who run the platform do, above all orgs. */
export const operationsRouter = router({
  me: operatorProcedure.query(({ ctx }) => ({ name: ctx.user.name, email: ctx.user.email })),
  deadLetters: deadLettersRouter,
  engines: enginesRouter,
  flags: router({
    list: operatorProcedure.query(async ({ ctx }) => unwrap(await listFlags(ctx.operator))),
    set: operatorProcedure
      .input(SetFlagInput)
      .mutation(async ({ ctx, input }) => unwrap(await setFlag(ctx.operator, input))),
  }),
  margin: operatorProcedure
    .input(MarginInput)
    .query(async ({ ctx, input }) => unwrap(await getMarginReport(ctx.operator, input))),
});
