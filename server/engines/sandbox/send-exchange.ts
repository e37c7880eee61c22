import type { ServerResponse } from "node:http";
import type { Exchange } from "./engine-exchange";
import type { Fault, FaultKind } from "./faults";
import type { WireReply } from "./wire-format";

/** Over the adapters' limit of 10 MB. */
const hugeBytes = 11 * 1024 * 1024;

/** Pieces in which a trickling body comes. */
const pieces = 40;

type Spoiler = (response: ServerResponse, body: string, fault: Fault) => void;

/** How a fault spoils a body that was ready to go; a kind that isn't here leaves it whole. */
const spoilers: Readonly<Partial<Record<FaultKind, Spoiler>>> = {
  slow_loris: (response, body, { delayMs }) => trickle(response, Buffer.from(body), delayMs / pieces),
  reset_mid_body: (response, body) => {
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  },
  malformed_json: (response, body) => sendText(response, 200, body.slice(0, -20), "application/json"),
  wrong_content_type: (response, body) => sendText(response, 200, body, "text/html"),
  huge_body: (response, body) => sendText(response, 200, body + " ".repeat(hugeBytes), "application/json"),
};

/** Waits, then sends: whole, or spoilt as the fault says. A caller that hangs up ends the wait. */
export function sendExchange(response: ServerResponse, { reply, waitMs, fault }: Exchange): void {
  const spoil = fault && spoilers[fault.kind];
  const send = () => {
    if (response.destroyed) return;
    if (spoil) spoil(response, JSON.stringify(reply.json), fault);
    else sendReply(response, reply);
  };
  if (waitMs <= 0) {
    send();
    return;
  }
  const timer = setTimeout(send, waitMs);
  response.once("close", () => clearTimeout(timer));
}

/** Sends a piece every `everyMs`: whole in the end, for a caller who has that long. */
function trickle(response: ServerResponse, body: Buffer, everyMs: number): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": body.byteLength });
  const size = Math.ceil(body.byteLength / pieces);
  let sent = 0;
  const timer = setInterval(() => {
    if (response.destroyed) return clearInterval(timer);
    response.write(body.subarray(sent, sent + size));
    sent += size;
    if (sent < body.byteLength) return;
    clearInterval(timer);
    response.end();
  }, everyMs);
  response.once("close", () => clearInterval(timer));
}

export function sendReply(response: ServerResponse, { httpStatus, json, headers }: WireReply): void {
  sendText(response, httpStatus, JSON.stringify(json), "application/json", headers);
}

function sendText(
  response: ServerResponse,
  httpStatus: number,
  body: string,
  contentType: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const length = Buffer.byteLength(body);
  response.writeHead(httpStatus, { "content-type": contentType, "content-length": length, ...headers });
  response.end(body);
}
