import { once } from "node:events";
import { connect } from "node:net";
import { WebSocketServer } from "ws";

/** A local stand-in for Neon's WebSocket proxy: bytes of each WebSocket go to the server of `url`, and back. */
export async function openNeonRelay(url: string): Promise<{ address: string; close(): Promise<void> }> {
  const target = new URL(url);
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  server.on("connection", (socket) => {
    const upstream = connect(Number(target.port), target.hostname);
    upstream.setNoDelay(true);
    upstream.on("data", (data) => socket.send(data, () => {}));
    upstream.on("close", () => socket.close());
    upstream.on("error", () => socket.close());
    socket.on("message", (data) =>
      upstream.write(Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data)),
    );
    socket.on("close", () => upstream.destroy());
    socket.on("error", () => upstream.destroy());
  });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the relay has no port");
  return {
    address: `127.0.0.1:${address.port}/v2`,
    async close() {
      for (const client of server.clients) client.terminate();
      server.close();
      await once(server, "close");
    },
  };
}
