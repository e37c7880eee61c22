import { unwrap } from "@/server/kernel/result";
import { GetSourceInput, getSource, ListSourcesInput, listSources } from "@/server/sources";
import { orgProcedure, router } from "../init";

export const sourcesRouter = router({
  list: orgProcedure.input(ListSourcesInput).query(async ({ input }) => unwrap(await listSources(input))),
  get: orgProcedure.input(GetSourceInput).query(async ({ input }) => unwrap(await getSource(input))),
});
