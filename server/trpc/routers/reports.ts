import { unwrap } from "@/server/kernel/result";
import { getOverview, listFilterOptions, OverviewInput, ProjectInput } from "@/server/reports";
import { orgProcedure, router } from "../init";

export const reportsRouter = router({
  filterOptions: orgProcedure
    .input(ProjectInput)
    .query(async ({ input }) => unwrap(await listFilterOptions(input))),
  overview: orgProcedure.input(OverviewInput).query(async ({ input }) => unwrap(await getOverview(input))),
});
