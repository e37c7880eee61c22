import type { Inngest } from "inngest";

/** Where a client sends events, and the key that its endpoint checks signatures with. */
export interface ClientAddress {
  readonly url: string;
  readonly eventKey: string;
  readonly signingKey?: string;
}

/**
 * Points `client` at a local runtime. The SDK reads its environment again on every call, and what stands there wins:
 * so an INNGEST_* variable that says otherwise is refused here, by name, rather than found out later.
 */
export function pointClientAt(client: Inngest.Any, { url, eventKey, signingKey }: ClientAddress): void {
  client.setEnvVars({
    INNGEST_BASE_URL: url,
    INNGEST_EVENT_KEY: eventKey,
    ...(signingKey && { INNGEST_SIGNING_KEY: signingKey }),
  });
  client.setEnvVars();
  const wrong = [
    client.mode !== "cloud" && "INNGEST_DEV (it would switch signatures off)",
    client.eventBaseUrl !== url && "INNGEST_BASE_URL or INNGEST_EVENT_API_BASE_URL",
    client.eventKey !== eventKey && "INNGEST_EVENT_KEY",
    signingKey && client.signingKey !== signingKey && "INNGEST_SIGNING_KEY",
  ].filter((name) => typeof name === "string" && name !== "");
  if (wrong.length > 0)
    throw new Error(`the client can't use the local runtime at ${url}: unset ${wrong.join(", ")}`);
}
