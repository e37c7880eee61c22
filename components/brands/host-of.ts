/** What somebody typed for a domain, as the host that is kept. */
export interface TypedHost {
  readonly host: string;
  /** More was typed than is kept: it should be said. */
  readonly shortened: boolean;
}

/** As server/projects/contract.ts wants a domain; a test compares the two. */
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/**
 * The host of a pasted address, without scheme, "www.", port and path: what an answer's sources are matched by. Of a mail
 * address what stands behind the @. Undefined where there is no host in it.
 */
export function hostOf(typed: string): TypedHost | undefined {
  const text = typed.trim().toLowerCase();
  const host = text
    .replace(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/u, "")
    .replace(/^\/\//u, "")
    .replace(/[/?#\\].*$/su, "")
    .replace(/^.*@/u, "")
    .replace(/:\d*$/u, "")
    .replace(/\.$/u, "")
    .replace(/^www\.(?=.+\.)/u, "");
  return DOMAIN.test(host) && host.length <= 253 ? { host, shortened: host !== text } : undefined;
}
