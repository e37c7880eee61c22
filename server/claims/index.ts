export { type ClaimKind, type CompletionParams, completeSql } from "./claim-sql";
export { type Claims, defineClaims } from "./define-claims";
