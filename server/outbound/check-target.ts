import { isIP } from "node:net";
import { isPublicAddress } from "./public-address";
import { Refusal } from "./refusal";

const PORTS: Readonly<Record<string, readonly string[]>> = {
  "http:": ["", "80", "443"],
  "https:": ["", "80", "443"],
};

/** Names that mean this machine or this network wherever they are asked for (RFC 6761, 6762, 8375; cloud metadata). */
const LOCAL_NAMES =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion|invalid|test)$/;

/**
 * The URL, when it may be looked up at all: http or https, port 80 or 443, no credentials, and a host that is a public
 * address or a name of the internet. The parser has turned decimal, octal and hex addresses into dotted ones by then.
 * Throws a Refusal.
 */
export function checkTarget(address: string | URL): URL {
  const url = parsedUrl(address);
  const ports = PORTS[url.protocol];
  if (!ports) throw new Refusal("scheme");
  if (url.username !== "" || url.password !== "") throw new Refusal("credentials");
  if (!ports.includes(url.port)) throw new Refusal("port");
  const host = hostOf(url);
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) throw new Refusal("private_address");
  } else if (!host.includes(".") || LOCAL_NAMES.test(host)) throw new Refusal("private_host");
  return url;
}

/** The host without the brackets of IPv6 and the dot of the root. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "").replace(/\.+$/, "");
}

function parsedUrl(address: string | URL): URL {
  const url = typeof address === "string" ? URL.parse(address) : address;
  if (!url) throw new Refusal("address_malformed");
  return url;
}
