export {
  BrandInput,
  CreateProjectInput,
  Domain,
  FindProjectInput,
  type ProjectDto,
  type WorkspaceDto,
} from "./contract";
export { type CreatedProject, createProject } from "./create-project";
export { findProject } from "./find-project";
export { listProjects } from "./list-projects";
export { projectExists } from "./project-exists";
export { readBrands } from "./read-brands";
