import { fetchPage, mayFetch, type OutboundWorld, type RefusalReason } from "@/server/outbound";

/** The first page of a site, and the host that it came from; or why there is none: a refusal, or its HTTP status. */
export type FetchedSite =
  | { readonly kind: "page"; readonly host: string; readonly html: string }
  | { readonly kind: "trouble"; readonly reason: RefusalReason | number };

/** Somebody is waiting for it. Each fetch; there are three addresses, and a robots.txt for each, at most. */
const LIMITS = { milliseconds: 6_000, bytes: 3_000_000, redirects: 5 };

/** After these the same host is not tried another way: it is there, and that was its answer. */
const FINAL: readonly RefusalReason[] = [
  "robots",
  "too_slow",
  "too_large",
  "content_type",
  "private_address",
  "redirects",
];

/** Reads the first page of a host through the guard, as its robots.txt allows: by https, at "www.", then by http. */
export async function fetchSite(host: string, world: OutboundWorld): Promise<FetchedSite> {
  const limits = {
    milliseconds: Math.min(LIMITS.milliseconds, world.limits.milliseconds),
    bytes: Math.min(LIMITS.bytes, world.limits.bytes),
    redirects: Math.min(LIMITS.redirects, world.limits.redirects),
  };
  const within = { ...world, limits };
  const first = await fetchFirstPage(`https://${host}`, within);
  if (isFinal(first)) return first;
  const named = await fetchFirstPage(`https://www.${host}`, within);
  if (isFinal(named)) return named;
  // A name that isn't known by https is none by http either.
  if (first.kind === "trouble" && first.reason === "unknown_host") return first;
  return fetchFirstPage(`http://${host}`, within);
}

function isFinal(fetched: FetchedSite): boolean {
  if (fetched.kind === "page" || typeof fetched.reason === "number") return true;
  return FINAL.includes(fetched.reason);
}

async function fetchFirstPage(origin: string, world: OutboundWorld): Promise<FetchedSite> {
  // A site that isn't there has no rules either: that is told apart from rules that forbid.
  const robots = await fetchPage(`${origin}/robots.txt`, world);
  if (robots.kind === "refused" && robots.reason !== "content_type")
    return { kind: "trouble", reason: robots.reason };
  const address = `${origin}/`;
  if (!(await mayFetch(address, world))) return { kind: "trouble", reason: "robots" };
  const page = await fetchPage(address, world);
  if (page.kind === "refused") return { kind: "trouble", reason: page.reason };
  if (page.status < 200 || page.status > 299) return { kind: "trouble", reason: page.status };
  if (page.contentType.startsWith("text/plain")) return { kind: "trouble", reason: "content_type" };
  return { kind: "page", host: new URL(page.url).hostname.replace(/^www\./, ""), html: page.text };
}
