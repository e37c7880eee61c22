export { type FetchedPage, fetchPage, type NotFetched } from "./fetch-page";
export { mayFetch } from "./may-fetch";
export { type OutboundWorld, realWorld } from "./outbound-world";
export type { RefusalReason } from "./refusal";
