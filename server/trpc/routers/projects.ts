import { unwrap } from "@/server/kernel/result";
import { FindProjectInput, findProject, listProjects } from "@/server/projects";
import { orgProcedure, router } from "../init";

export const projectsRouter = router({
  list: orgProcedure.query(async () => unwrap(await listProjects())),
  find: orgProcedure.input(FindProjectInput).query(async ({ input }) => unwrap(await findProject(input))),
});
