export { type AddedRivals, addRivals } from "./add-rivals";
export { archiveBrand } from "./archive-brand";
export { CLIENT_PROCEDURES, checkClientReach } from "./client-reach";
export {
  AddRivalsInput,
  ArchiveBrandInput,
  BrandInput,
  CreateProjectInput,
  Domain,
  FindProjectInput,
  ListBrandsInput,
  PreviewAliasInput,
  type ProjectDto,
  SaveBrandInput,
  type WorkspaceDto,
} from "./contract";
export { type CreatedProject, createProject, insertProject } from "./create-project";
export { findProject } from "./find-project";
export { listBrands } from "./list-brands";
export { listProjects } from "./list-projects";
export { previewAlias } from "./preview-alias";
export { projectExists } from "./project-exists";
export { brandsSql, readBrands } from "./read-brands";
export { restoreBrand } from "./restore-brand";
export { type SavedBrand, saveBrand } from "./save-brand";
