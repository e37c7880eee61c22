export { myAccount, renameMyself } from "./account";
export { handlers } from "./auth-config";
export { createFirstOrg } from "./first-org";
export { invitation, joinByInvitation } from "./invitation";
export { linkSignInOffered, mailLink, signInByLink, signOutEverywhere } from "./link";
export { mailbox } from "./mailbox";
export { safePath } from "./safe-path";
export { currentUser, type SignedInUser } from "./session";
export { demoSignInOffered, signInToDemo, signOutHere } from "./sign-in";
