import { type Agent, type Dispatcher, request } from "undici";
import { checkTarget } from "./check-target";
import { decodeText } from "./decode-text";
import { guardedAgent } from "./guarded-agent";
import { type OutboundWorld, realWorld } from "./outbound-world";
import { readBody } from "./read-body";
import { Refusal, type RefusalReason } from "./refusal";

/** Under which name pages are asked for; sites address their robots.txt to its first word. */
export const USER_AGENT = "CiteStreakBot/1.0";

const READABLE = ["text/html", "application/xhtml+xml", "text/plain"];

export interface FetchedPage {
  readonly kind: "page";
  /** Where the redirects ended. */
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  /** Empty for any status but 2xx: what stands on an error page says nothing. */
  readonly text: string;
}

export interface NotFetched {
  readonly kind: "refused";
  readonly reason: RefusalReason;
}

/**
 * Fetches a page of somebody else's choosing: GET, without cookies, through the guard, following redirects by hand so that
 * each of them is checked like the first. Ten seconds and 5 MB of body in all. A failure is a value, with its reason.
 */
export async function fetchPage(
  address: string,
  world: OutboundWorld = realWorld,
  { json = false }: { readonly json?: boolean } = {},
): Promise<FetchedPage | NotFetched> {
  const agent = guardedAgent(world);
  const late = AbortSignal.timeout(world.limits.milliseconds);
  const types = json ? [...READABLE, "application/json"] : READABLE;
  try {
    return await Promise.race([follow(address, { agent, world, late, types }), refuseAt(late)]);
  } catch (failure) {
    if (failure instanceof Refusal) return { kind: "refused", reason: failure.reason };
    return { kind: "refused", reason: late.aborted ? "too_slow" : "unreachable" };
  } finally {
    agent.destroy().catch(() => {});
  }
}

interface Fetching {
  readonly agent: Agent;
  readonly world: OutboundWorld;
  readonly late: AbortSignal;
  readonly types: readonly string[];
}

async function follow(address: string, fetching: Fetching): Promise<FetchedPage> {
  let url = checkTarget(address);
  for (let hops = 0; hops <= fetching.world.limits.redirects; hops += 1) {
    const reply = await ask(url, fetching);
    const location = one(reply.headers.location);
    if (reply.statusCode < 300 || reply.statusCode > 399 || location === "")
      return readPage(url, reply, fetching);
    reply.body.destroy();
    const next = URL.parse(location, url);
    if (!next) throw new Refusal("address_malformed");
    url = checkTarget(next);
  }
  throw new Refusal("redirects");
}

async function ask(url: URL, { agent, late, types }: Fetching): Promise<Dispatcher.ResponseData> {
  const headers = { "user-agent": USER_AGENT, accept: types.join(", "), "accept-encoding": "gzip, br" };
  const reply = await request(url, { dispatcher: agent, signal: late, headers });
  // A body that is left or cut off says so in an event, which nobody hears who no longer reads it.
  reply.body.on("error", () => {});
  return reply;
}

async function readPage(
  url: URL,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { world, types }: Fetching,
): Promise<FetchedPage> {
  const contentType = one(headers["content-type"]);
  const page = { kind: "page", url: url.toString(), status: statusCode, contentType } as const;
  const isGood = statusCode >= 200 && statusCode <= 299;
  const isReadable = types.includes(contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "");
  if (!isGood || !isReadable) body.destroy();
  if (!isGood) return { ...page, text: "" };
  if (!isReadable) throw new Refusal("content_type");
  const bytes = await readBody(body, one(headers["content-encoding"]), world.limits);
  return { ...page, text: decodeText(bytes, contentType) };
}

/** A lookup can't be aborted, and a stream may hang in between: the time is over for them, too. */
function refuseAt(late: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    late.addEventListener("abort", () => reject(new Refusal("too_slow")), { once: true });
  });
}

function one(header: string | readonly string[] | undefined): string {
  return (typeof header === "string" ? header : header?.[0]) ?? "";
}
