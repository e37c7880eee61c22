export { guardCall } from "./guard-call";
