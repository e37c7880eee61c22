export { BrandInput, CreateProjectInput, Domain } from "./contract";
export { type CreatedProject, createProject } from "./create-project";
export { readBrands } from "./read-brands";
