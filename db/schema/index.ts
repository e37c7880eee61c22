export * from "./billing";
export * from "./catalog";
export * from "./credits";
export * from "./identity";
export * from "./insight";
export * from "./ops";
export * from "./tenancy";
export * from "./tracking";
