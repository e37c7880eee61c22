import { lookup } from "node:dns/promises";
import { connect, type Socket } from "node:net";

/**
 * What the guard needs of the outside: injected, so that tests can see every connection. There is one real world, and no
 * setting chooses another.
 */
export interface OutboundWorld {
  /** All addresses of a host name. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Opens a TCP connection to an address that was checked. */
  readonly dial: (to: { readonly address: string; readonly port: number }) => Socket;
  readonly limits: FetchLimits;
}

export interface FetchLimits {
  /** For the whole fetch, redirects included. */
  readonly milliseconds: number;
  /** Of the body, compressed and decompressed alike. */
  readonly bytes: number;
  readonly redirects: number;
}

export const realWorld: OutboundWorld = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  dial: ({ address, port }) => connect({ host: address, port }),
  limits: { milliseconds: 10_000, bytes: 5_000_000, redirects: 5 },
};
