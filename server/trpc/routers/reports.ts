import { unwrap } from "@/server/kernel/result";
import { listFilterOptions, ProjectInput } from "@/server/reports";
import { orgProcedure, router } from "../init";

export const reportsRouter = router({
  filterOptions: orgProcedure
    .input(ProjectInput)
    .query(async ({ input }) => unwrap(await listFilterOptions(input))),
});
