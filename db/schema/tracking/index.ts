export * from "./answers";
export * from "./brands";
export * from "./facts";
export * from "./namespace";
export * from "./panels";
export * from "./review";
export * from "./runs";
export * from "./support";
