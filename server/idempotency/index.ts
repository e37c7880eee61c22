export { IdempotencyKey } from "./contract";
export { findAnswer, type KeyedRequest, once } from "./once";
export { reapIdempotencyKeys } from "./reap-idempotency-keys";
