export * from "./answers";
export * from "./brands";
export * from "./namespace";
export * from "./panels";
export * from "./review";
export * from "./runs";
