export { handlers } from "./auth-config";
export { currentUser, type SignedInUser } from "./session";
export { demoSignInOffered, signInToDemo, signOutHere } from "./sign-in";
