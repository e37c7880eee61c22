import robotsParser from "robots-parser";
import { checkTarget } from "./check-target";
import { fetchPage, USER_AGENT } from "./fetch-page";
import { type OutboundWorld, realWorld } from "./outbound-world";
import { Refusal } from "./refusal";

const KEPT_MILLISECONDS = 3_600_000;
const MOST_SITES = 2_000;
/** As much of a robots.txt as RFC 9309 asks parsers to read. */
const MOST_CHARACTERS = 512_000;

interface Rules {
  readonly until: number;
  readonly allows: (url: string) => boolean;
}

const known = new Map<string, Rules>();

/**
 * Whether the site's robots.txt lets us read this page (RFC 9309): one that is missing (4xx) allows all, one that fails
 * (5xx, too slow, unreachable) allows nothing for now. A site is asked once an hour by each process.
 */
export async function mayFetch(address: string, world: OutboundWorld = realWorld): Promise<boolean> {
  try {
    const url = checkTarget(address);
    const rules = known.get(url.origin);
    if (rules && rules.until > Date.now()) return rules.allows(url.toString());
    const fresh = { until: Date.now() + KEPT_MILLISECONDS, allows: await readRules(url.origin, world) };
    known.delete(url.origin);
    known.set(url.origin, fresh);
    for (const oldest of known.keys()) {
      if (known.size <= MOST_SITES) break;
      known.delete(oldest);
    }
    return fresh.allows(url.toString());
  } catch (failure) {
    if (failure instanceof Refusal) return false;
    throw failure;
  }
}

async function readRules(origin: string, world: OutboundWorld): Promise<Rules["allows"]> {
  const file = `${origin}/robots.txt`;
  const fetched = await fetchPage(file, world);
  if (fetched.kind === "refused") {
    // Something else than text under that name is no robots.txt.
    return fetched.reason === "content_type" ? () => true : () => false;
  }
  if (fetched.status >= 500 || fetched.status === 429) return () => false;
  const robots = robotsParser(file, fetched.text.slice(0, MOST_CHARACTERS));
  return (url) => robots.isAllowed(url, USER_AGENT) ?? true;
}
