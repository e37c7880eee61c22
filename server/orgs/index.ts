export { CreateOrgInput } from "./contract";
export { type CreatedOrg, createOrg } from "./create-org";
export { listOrgIds, type OrgIdPage } from "./list-org-ids";
export { RESERVED_WORKSPACE_SLUGS } from "./reserved-slugs";
