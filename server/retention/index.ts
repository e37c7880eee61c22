export { SaveRetentionInput } from "./contract";
export { getRetention } from "./get-retention";
export { purgeRawBodies } from "./purge-raw-bodies";
export { saveRetention } from "./save-retention";
