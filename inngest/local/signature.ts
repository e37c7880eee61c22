import { createHash, createHmac, randomBytes } from "node:crypto";

/** A new signing key, for a runtime that was given none: it lives as long as the process. */
export function newSigningKey(): string {
  return `signkey-local-${randomBytes(32).toString("hex")}`;
}

/**
 * The value of `x-inngest-signature` for `body`, which must already be canonical JSON. HMAC-SHA256 over body and time,
 * under the key without its `signkey-<environment>-` prefix; the SDK accepts it for five minutes.
 */
export function signatureHeader(body: string, signingKey: string, unixSeconds: number): string {
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const digest = createHmac("sha256", key).update(body).update(String(unixSeconds)).digest("hex");
  return `t=${unixSeconds}&s=${digest}`;
}

/** What the SDK shows of its signing key when it calls us: the prefix, and the SHA-256 of the key's bytes. */
export function hashedSigningKey(signingKey: string): string {
  const prefix = /^signkey-\w+-/.exec(signingKey)?.[0] ?? "";
  const key = Buffer.from(signingKey.slice(prefix.length), "hex");
  return `${prefix}${createHash("sha256").update(key).digest("hex")}`;
}
