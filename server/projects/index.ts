export { type AddedRivals, addRivals } from "./add-rivals";
export { archiveBrand } from "./archive-brand";
export { CLIENT_PROCEDURES, checkClientReach } from "./client-reach";
export {
  AddRivalsInput,
  ArchiveBrandInput,
  BrandInput,
  CreateProjectInput,
  CreateWorkspaceInput,
  Domain,
  FindProjectInput,
  ListBrandsInput,
  PreviewAliasInput,
  type ProjectDto,
  RenameProjectInput,
  RenameWorkspaceInput,
  SaveBrandInput,
  type WorkspaceDto,
} from "./contract";
export { type CreatedProject, createProject, insertProject } from "./create-project";
export { createWorkspace } from "./create-workspace";
export { findProject } from "./find-project";
export { listBrands } from "./list-brands";
export { listProjects } from "./list-projects";
export { previewAlias } from "./preview-alias";
export { projectExists } from "./project-exists";
export { brandsSql, readBrands } from "./read-brands";
export { renameProject } from "./rename-project";
export { renameWorkspace } from "./rename-workspace";
export { restoreBrand } from "./restore-brand";
export { type SavedBrand, saveBrand } from "./save-brand";
