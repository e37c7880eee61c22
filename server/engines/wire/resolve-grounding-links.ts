import { CallSlots } from "../call-slots";
import { redirectPath } from "./grounding-links";
import type { Resolution, Resolutions } from "./reply-envelope";

/** Links of one answer that are asked for; the rest stays unresolved. Answers have some thirty. */
const maxLinks = 200;
const atOnce = 8;
const linkTimeoutMs = 5_000;
const allTimeoutMs = 15_000;
const redirects = new Set([301, 302, 303, 307, 308]);

interface Dialer {
  readonly fetch: typeof globalThis.fetch;
  /** Where the redirect service is reached: Google's own origin, or the sandbox's. */
  readonly origin: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks Google's redirect service once for the page behind each of its links, and follows none: the page itself is never
 * fetched, and no key goes along. Links of any other kind are left out. Never rejects, since the answer is already paid: a
 * link that can't be resolved says why. Takes at most 15 seconds.
 */
export async function resolveGroundingLinks(links: readonly string[], dialer: Dialer): Promise<Resolutions> {
  const slots = new CallSlots(atOnce);
  const all = AbortSignal.timeout(allTimeoutMs);
  const signal = dialer.signal ? AbortSignal.any([all, dialer.signal]) : all;
  const ours = [...new Set(links)].flatMap((link) => {
    const path = redirectPath(link);
    return path === null ? [] : [{ link, path }];
  });
  const pairs = ours.map(async ({ link, path }, index) => {
    if (index >= maxLinks) return [link, unresolved("over_the_cap")] as const;
    return [link, await slots.run(() => resolveOne(path, { ...dialer, signal }))] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

async function resolveOne(path: string, { fetch, origin, signal }: Dialer): Promise<Resolution> {
  const mine = AbortSignal.timeout(linkTimeoutMs);
  const both = signal ? AbortSignal.any([mine, signal]) : mine;
  try {
    const response = await fetch(`${origin}${path}`, { redirect: "manual", signal: both });
    await response.body?.cancel();
    if (!redirects.has(response.status)) return unresolved(`http_${response.status}`);
    return destination(response.headers.get("location"));
  } catch {
    return unresolved(both.aborted ? "timeout" : "unreachable");
  }
}

/** The one hop that is taken: to an absolute address on the web that isn't another link of the same service. */
function destination(location: string | null): Resolution {
  if (!location) return unresolved("no_location");
  const url = URL.parse(location);
  if (!url || !/^https?:$/.test(url.protocol)) return unresolved("not_a_page");
  if (redirectPath(location) !== null) return unresolved("another_redirect");
  return { status: "resolved", url: location };
}

function unresolved(reason: string): Resolution {
  return { status: "unresolved", reason };
}
