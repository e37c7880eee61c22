import { isIP, type Socket } from "node:net";
import { connect as startTls } from "node:tls";
import { Agent } from "undici";
import type { OutboundWorld } from "./outbound-world";
import { isPublicAddress } from "./public-address";
import { Refusal } from "./refusal";

/**
 * An HTTP agent that connects to public addresses alone. A name is resolved once, every address that it has must be public,
 * and the connection goes to one of those: there is no second lookup that could say something else.
 */
export function guardedAgent(world: OutboundWorld): Agent {
  return new Agent({
    pipelining: 0,
    maxHeaderSize: 32_768,
    connect: ({ hostname, port, protocol }, callback) => {
      const secure = protocol === "https:";
      const host = hostname.replace(/^\[|\]$/g, "").replace(/\.+$/, "");
      openConnection(world, host, Number(port || (secure ? 443 : 80)), secure).then(
        (socket) => callback(null, socket),
        (failure) => callback(failure instanceof Refusal ? failure : new Refusal("unreachable"), null),
      );
    },
  });
}

async function openConnection(
  world: OutboundWorld,
  host: string,
  port: number,
  secure: boolean,
): Promise<Socket> {
  const address = await publicAddressOf(world, host);
  const socket = world.dial({ address, port });
  await ready(socket, "connect");
  if (!secure) return socket;
  const servername = isIP(host) === 0 ? host : "";
  const encrypted = startTls({ socket, servername, ALPNProtocols: ["http/1.1"], host });
  await ready(encrypted, "secureConnect");
  return encrypted;
}

/** One address of the host, of which all are public. */
async function publicAddressOf(world: OutboundWorld, host: string): Promise<string> {
  const addresses = isIP(host) !== 0 ? [host] : await resolved(world, host);
  const [first] = addresses;
  if (first === undefined) throw new Refusal("unknown_host");
  if (!addresses.every(isPublicAddress)) throw new Refusal("private_address");
  // IPv4 first: many machines have no way to the IPv6 internet, and say so only after a while.
  return addresses.find((address) => isIP(address) === 4) ?? first;
}

async function resolved(world: OutboundWorld, host: string): Promise<readonly string[]> {
  try {
    return await world.resolve(host);
  } catch {
    throw new Refusal("unknown_host");
  }
}

function ready(socket: Socket, event: "connect" | "secureConnect"): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.once("error", failed);
    socket.once(event, () => {
      socket.off("error", failed);
      resolve();
    });
  });
}
