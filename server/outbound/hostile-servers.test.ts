import type { ServerResponse } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchPage } from "./fetch-page";
import { openTrap, type TrapServer, trapWorld } from "./testing/trap-server";

const HTML = { "content-type": "text/html; charset=utf-8" };
const BYTES = 100_000;
const zeros = Buffer.alloc(20_000_000);
// Packed here, so that packing takes none of a request's time.
const bombs = { gzip: gzipSync(zeros), br: brotliCompressSync(zeros) };
/** Every timer that a server started is stopped with it. */
const timers: NodeJS.Timeout[] = [];

function drip(response: ServerResponse, chunk: string | Buffer, everyMilliseconds: number): void {
  const timer = setInterval(() => response.write(chunk), everyMilliseconds);
  timers.push(timer);
  response.on("close", () => clearInterval(timer));
}

const pages: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/plain": (r) => r.writeHead(200, HTML).end("<p>Größe</p>"),
  "/gzip": (r) => r.writeHead(200, { ...HTML, "content-encoding": "gzip" }).end(gzipSync("<p>small</p>")),
  "/latin": (r) =>
    r
      .writeHead(200, { "content-type": "text/html" })
      .end(Buffer.from('<meta charset="iso-8859-1">Größe', "latin1")),
  "/gzip-bomb": (r) => r.writeHead(200, { ...HTML, "content-encoding": "gzip" }).end(bombs.gzip),
  "/brotli-bomb": (r) => r.writeHead(200, { ...HTML, "content-encoding": "br" }).end(bombs.br),
  "/twice": (r) =>
    r.writeHead(200, { ...HTML, "content-encoding": "gzip, gzip" }).end(gzipSync(gzipSync("<p>x</p>"))),
  "/damaged": (r) => r.writeHead(200, { ...HTML, "content-encoding": "gzip" }).end("not gzip"),
  "/large": (r) => r.writeHead(200, HTML).end(Buffer.alloc(BYTES + 1, "a")),
  "/full": (r) => r.writeHead(200, HTML).end(Buffer.alloc(BYTES, "a")),
  "/endless": (r) => drip(r.writeHead(200, HTML), Buffer.alloc(20_000, "a"), 1),
  "/slow": (r) => drip(r.writeHead(200, HTML), "a", 20),
  "/silent": () => {},
  "/loop": (r) => r.writeHead(302, { location: "/loop" }).end(),
  "/pdf": (r) => r.writeHead(200, { "content-type": "application/pdf" }).end("%PDF"),
  "/json": (r) => r.writeHead(200, { "content-type": "application/json" }).end("{}"),
  "/gone": (r) => r.writeHead(410, HTML).end("<p>gone</p>"),
  "/cut": (r) => {
    r.writeHead(200, { ...HTML, "content-length": "1000" }).write("<p>half");
    r.destroy();
  },
};

let trap: TrapServer;
const seen: Record<string, unknown>[] = [];
beforeAll(async () => {
  trap = await openTrap((request, response) => {
    seen.push(request.headers);
    pages[request.url ?? ""]?.(response.setHeader("set-cookie", "id=1"));
  });
});
afterAll(async () => {
  for (const timer of timers) clearInterval(timer);
  await trap.close();
});

const limits = { milliseconds: 1_500, bytes: BYTES, redirects: 5 };
const get = (path: string, json = false) => {
  const world = trapWorld(trap, { "example.com": [["93.184.215.14"]] }, limits);
  return fetchPage(`http://example.com${path}`, world, { json }).then((fetched) => ({ fetched, world }));
};

describe("a page is read", () => {
  test("plain, compressed, and in its own encoding", async () => {
    expect((await get("/plain")).fetched).toMatchObject({ status: 200, text: "<p>Größe</p>" });
    expect((await get("/gzip")).fetched).toMatchObject({ text: "<p>small</p>" });
    expect((await get("/latin")).fetched).toMatchObject({ text: '<meta charset="iso-8859-1">Größe' });
    expect((await get("/full")).fetched).toMatchObject({ kind: "page" });
  });

  test("JSON only where it is asked for", async () => {
    expect((await get("/json", true)).fetched).toMatchObject({ text: "{}" });
    expect((await get("/json")).fetched).toEqual({ kind: "refused", reason: "content_type" });
  });

  test("an error page is told by its status, without its text", async () => {
    expect((await get("/gone")).fetched).toMatchObject({ kind: "page", status: 410, text: "" });
  });

  test("under our own name, without the cookies that the site set", async () => {
    await get("/plain");
    await get("/plain");
    expect(seen.every((headers) => headers["user-agent"] === "CiteStreakBot/1.0")).toBe(true);
    expect(seen.filter((headers) => "cookie" in headers)).toEqual([]);
  });
});

describe("a hostile server costs no more than the limits", () => {
  test.each([
    ["/gzip-bomb", "too_large"],
    ["/brotli-bomb", "too_large"],
    ["/large", "too_large"],
    ["/endless", "too_large"],
    ["/slow", "too_slow"],
    ["/silent", "too_slow"],
    ["/twice", "encoding"],
    ["/damaged", "encoding"],
    ["/pdf", "content_type"],
    ["/cut", "unreachable"],
  ])("%s is refused: %s", async (path, reason) => {
    expect((await get(path)).fetched).toEqual({ kind: "refused", reason });
  });

  test("a circle of redirects ends after five of them", async () => {
    const { fetched, world } = await get("/loop");
    expect(fetched).toEqual({ kind: "refused", reason: "redirects" });
    expect(world.dialled.length).toBeLessThanOrEqual(6);
  });

  test("a lookup that never ends is given up", async () => {
    const world = trapWorld(trap, {}, limits);
    const hanging = { ...world, resolve: () => new Promise<never>(() => {}) };
    expect(await fetchPage("http://example.com/", hanging)).toEqual({ kind: "refused", reason: "too_slow" });
    expect(world.dialled).toEqual([]);
  });
});
