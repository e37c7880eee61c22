import { unwrap } from "@/server/kernel/result";
import {
  ChangeRunInput,
  cancelRun,
  getRunPage,
  ListRunsInput,
  listRunOptions,
  listRuns,
  PlanPanelInput,
  planPanel,
  QuoteRunInput,
  quoteRun,
  RunOptionsInput,
  RunPageInput,
  requestRun,
  retryRun,
  StartRunInput,
} from "@/server/runs";
import { orgProcedure, router } from "../init";

export const runsRouter = router({
  list: orgProcedure.input(ListRunsInput).query(async ({ input }) => unwrap(await listRuns(input))),
  page: orgProcedure.input(RunPageInput).query(async ({ input }) => unwrap(await getRunPage(input))),
  options: orgProcedure
    .input(RunOptionsInput)
    .query(async ({ input }) => unwrap(await listRunOptions(input))),
  quote: orgProcedure.input(QuoteRunInput).query(async ({ input }) => unwrap(await quoteRun(input))),
  plan: orgProcedure.input(PlanPanelInput).query(async ({ input }) => unwrap(await planPanel(input))),
  request: orgProcedure.input(StartRunInput).mutation(async ({ input }) => unwrap(await requestRun(input))),
  cancel: orgProcedure.input(ChangeRunInput).mutation(async ({ input }) => unwrap(await cancelRun(input))),
  retry: orgProcedure.input(ChangeRunInput).mutation(async ({ input }) => unwrap(await retryRun(input))),
});
