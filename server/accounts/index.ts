export { addMember } from "./add-member";
export { MakeUserInput, type MyOrg } from "./contract";
export { enterOrg } from "./enter-org";
export { findUserByEmail } from "./find-user";
export { listMyOrgs } from "./list-my-orgs";
export { makeUser } from "./make-user";
