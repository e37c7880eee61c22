import { connect, createServer, type Socket } from "node:net";

export interface RoundTripRelay {
  /** `url` with the relay in the server's place. */
  through(url: string): string;
  /** Round trips so far: times that a server answered after a client had sent, however much either sent at a time. */
  count(): number;
}

/** Stands between a Postgres server on this machine and its clients and counts. It costs processor time of its own. */
export async function openRoundTripRelay(serverUrl: string): Promise<RoundTripRelay> {
  let count = 0;
  const relay = createServer((client) => {
    const server = connect({ host: "127.0.0.1", port: Number(new URL(serverUrl).port), noDelay: true });
    let hasSent = false;
    pass(client, server, () => {
      hasSent = true;
    });
    pass(server, client, () => {
      if (hasSent) count += 1;
      hasSent = false;
    });
  });
  relay.unref();
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  const address = relay.address();
  if (address === null || typeof address === "string") throw new Error("the relay has no port");
  return {
    through: (url) => Object.assign(new URL(url), { port: String(address.port) }).href,
    count: () => count,
  };
}

function pass(from: Socket, to: Socket, seen: () => void): void {
  from.setNoDelay(true);
  from.on("data", (chunk) => {
    seen();
    to.write(chunk);
  });
  from.on("error", () => to.destroy());
  from.on("close", () => to.end());
}
