export { announce } from "./announce";
export { sendOutbox, sendOutboxSoon } from "./send-outbox";
