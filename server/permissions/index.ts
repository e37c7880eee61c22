export { roleMay } from "./contract";
export { mayDo } from "./may-do";
