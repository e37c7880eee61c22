import type { IncomingHttpHeaders } from "node:http";
import type { WireReply } from "./wire-format";

/** Where each vendor says whether it knows a key, and the header that the key comes in. */
const ROUTES: Readonly<Record<string, readonly string[]>> = {
  "GET /v1/models": ["authorization", "x-api-key"],
  "GET /v1beta/models": ["x-goog-api-key"],
  "GET /v1/xai/models": ["authorization"],
  "GET /router/v1/models": ["authorization"],
  "GET /v3/appendix/user_data": ["authorization"],
};

/**
 * What a vendor says to a key: the sandbox knows every one, except those that hold the word "refused"; to those with
 * "unavailable" it answers as a vendor that is down. Null: not such a route.
 */
export function keyCheckReply(route: string, headers: IncomingHttpHeaders): WireReply | null {
  const names = ROUTES[route];
  if (!names) return null;
  const key = readKey(names.map((name) => headers[name]).find((value) => typeof value === "string"));
  if (key === "" || key.includes("refused")) return failure(401, "The key is not known.");
  if (key.includes("unavailable")) return failure(503, "Try again later.");
  return { httpStatus: 200, json: { object: "list", data: [] } };
}

function readKey(header: string | string[] | undefined): string {
  if (typeof header !== "string") return "";
  const basic = /^Basic (\S+)$/.exec(header)?.[1];
  return basic === undefined ? header : Buffer.from(basic, "base64").toString();
}

function failure(httpStatus: number, message: string): WireReply {
  return { httpStatus, json: { error: { message } } };
}
