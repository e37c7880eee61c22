import ipaddr from "ipaddr.js";

const { IPv4, parse } = ipaddr;

/** Public by their numbers, and answered inside of a cloud: Azure's host, which every virtual machine reaches. */
const CLOUD_HOSTS = [IPv4.parseCIDR("168.63.129.16/32")];

/** All that is handed out to hosts of the IPv6 internet; whatever lies outside is local, reserved or a way into IPv4. */
const GLOBAL_V6 = parse("2000::");
const GLOBAL_V6_BITS = 3;

/**
 * Whether an IP address is a public host's. Everything else is not: loopback, private, link-local (cloud metadata), shared
 * (CGNAT), multicast, reserved and documentation ranges, and IPv6 addresses that carry an IPv4 one (mapped, compatible,
 * 6to4, Teredo, NAT64), whichever that is. What is no address is not public either.
 */
export function isPublicAddress(text: string): boolean {
  const address = parsed(text);
  if (address === null || address.range() !== "unicast") return false;
  if (address instanceof IPv4) return !CLOUD_HOSTS.some((block) => address.match(block));
  return address.match(GLOBAL_V6, GLOBAL_V6_BITS);
}

function parsed(text: string) {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
