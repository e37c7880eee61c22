import { unwrap } from "@/server/kernel/result";
import {
  getChanges,
  getFalseAlarms,
  getOverview,
  listFilterOptions,
  OverviewInput,
  ProjectInput,
} from "@/server/reports";
import { orgProcedure, router } from "../init";

export const reportsRouter = router({
  filterOptions: orgProcedure
    .input(ProjectInput)
    .query(async ({ input }) => unwrap(await listFilterOptions(input))),
  changes: orgProcedure.input(OverviewInput).query(async ({ input }) => unwrap(await getChanges(input))),
  falseAlarms: orgProcedure
    .input(ProjectInput)
    .query(async ({ input }) => unwrap(await getFalseAlarms(input))),
  overview: orgProcedure.input(OverviewInput).query(async ({ input }) => unwrap(await getOverview(input))),
});
