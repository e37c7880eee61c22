/** Why a page was not fetched. */
export type RefusalReason =
  | "address_malformed"
  | "scheme"
  | "port"
  | "credentials"
  | "private_host"
  | "private_address"
  | "unknown_host"
  | "redirects"
  | "content_type"
  | "encoding"
  | "too_large"
  | "too_slow"
  | "unreachable"
  | "robots";

/** Thrown inside this slice alone, where a connection or a stream can only fail; `fetchPage` returns it as a value. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`not fetched: ${reason}`);
    this.name = "Refusal";
    this.reason = reason;
  }
}
