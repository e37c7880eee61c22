import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { OutboundWorld } from "../outbound-world";

export interface TrapServer {
  readonly port: number;
  /** Connections that were ever opened to it. */
  connections(): number;
  close(): Promise<void>;
}

/** A server on loopback that counts who connects. */
export async function openTrap(listener: RequestListener): Promise<TrapServer> {
  let connections = 0;
  const server = createServer(listener);
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = addressOf(server.address());
  return {
    port,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A server that listens on TCP has an address and a port. */
function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("the server doesn't listen on TCP");
  return address;
}

export interface TrapWorld extends OutboundWorld {
  /** Where connections were opened to, as the guard asked for it. */
  readonly dialled: string[];
}

/**
 * A world in which names are what `names` says (a list for each lookup, the last one for all further ones), and every
 * connection that the guard allows ends at the trap, whatever address it was meant for.
 */
export function trapWorld(
  trap: TrapServer,
  names: Readonly<Record<string, readonly (readonly string[])[]>>,
  limits: Partial<OutboundWorld["limits"]> = {},
): TrapWorld {
  const dialled: string[] = [];
  const lookups = new Map<string, number>();
  return {
    dialled,
    async resolve(host) {
      const answers = names[host];
      if (!answers) throw new Error(`ENOTFOUND ${host}`);
      const asked = lookups.get(host) ?? 0;
      lookups.set(host, asked + 1);
      return answers[Math.min(asked, answers.length - 1)] ?? [];
    },
    dial({ address, port }) {
      dialled.push(`${address}:${port}`);
      return connect({ host: "127.0.0.1", port: trap.port });
    },
    limits: { milliseconds: 2_000, bytes: 200_000, redirects: 5, ...limits },
  };
}
