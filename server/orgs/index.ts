export { CreateOrgInput } from "./contract";
export { type CreatedOrg, createOrg } from "./create-org";
