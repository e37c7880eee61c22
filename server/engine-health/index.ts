export { checkPauses } from "./check-pauses";
export { guardCall } from "./guard-call";
export { setPause } from "./set-pause";
