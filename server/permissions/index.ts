export { mayDo } from "./may-do";
export { roleMay } from "./permissions";
