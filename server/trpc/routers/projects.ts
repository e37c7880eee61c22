import { unwrap } from "@/server/kernel/result";
import {
  CreateWorkspaceInput,
  createWorkspace,
  FindProjectInput,
  findProject,
  listProjects,
  RenameProjectInput,
  RenameWorkspaceInput,
  renameProject,
  renameWorkspace,
} from "@/server/projects";
import { orgProcedure, router } from "../init";

export const projectsRouter = router({
  list: orgProcedure.query(async () => unwrap(await listProjects())),
  find: orgProcedure.input(FindProjectInput).query(async ({ input }) => unwrap(await findProject(input))),
  rename: orgProcedure
    .input(RenameProjectInput)
    .mutation(async ({ input }) => unwrap(await renameProject(input))),
  createWorkspace: orgProcedure
    .input(CreateWorkspaceInput)
    .mutation(async ({ input }) => unwrap(await createWorkspace(input))),
  renameWorkspace: orgProcedure
    .input(RenameWorkspaceInput)
    .mutation(async ({ input }) => unwrap(await renameWorkspace(input))),
});
