export { handlers } from "./auth-config";
export { safePath } from "./safe-path";
export { currentUser, type SignedInUser } from "./session";
export { demoSignInOffered, signInToDemo, signOutHere } from "./sign-in";
