/** Names one request of this screen. Not randomUUID, which browsers keep from pages without TLS. */
export function newIdempotencyKey(): string {
  return `screen:${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
}
