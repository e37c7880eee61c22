import { afterAll, beforeAll, expect, test } from "vitest";
import { mayFetch } from "./may-fetch";
import { openTrap, type TrapServer, trapWorld } from "./testing/trap-server";

const TEXT = { "content-type": "text/plain" };
let trap: TrapServer;
const asked: string[] = [];
beforeAll(async () => {
  trap = await openTrap(({ headers, url }, response) => {
    const { host = "" } = headers;
    asked.push(`${host}${url}`);
    if (host.startsWith("rules."))
      response
        .writeHead(200, TEXT)
        .end(
          "User-agent: *\nDisallow: /\n\nUser-agent: CiteStreakBot\nDisallow: /private\nAllow: /private/open",
        );
    else if (host.startsWith("missing.")) response.writeHead(404).end();
    else if (host.startsWith("strange.")) response.writeHead(200, { "content-type": "image/png" }).end("x");
    else response.writeHead(503).end();
  });
});
afterAll(() => trap.close());

const hosts = ["rules", "missing", "strange", "broken"].map((name) => `${name}.example.com`);
const worldOf = () => trapWorld(trap, Object.fromEntries(hosts.map((host) => [host, [["93.184.215.14"]]])));

test("a site's rules for our own name decide, and those for others don't", async () => {
  const world = worldOf();
  const allowed = (path: string) => mayFetch(`http://rules.example.com${path}`, world);
  expect(await Promise.all(["/", "/private/x", "/private/open/x", "/other"].map(allowed))).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test("a site without rules is open, one whose rules fail is closed for now", async () => {
  const world = worldOf();
  expect(await mayFetch("http://missing.example.com/a", world)).toBe(true);
  expect(await mayFetch("http://strange.example.com/a", world)).toBe(true);
  expect(await mayFetch("http://broken.example.com/a", world)).toBe(false);
  expect(await mayFetch("http://unknown.example.com/a", world)).toBe(false);
});

test("a site is asked for its rules once, not before every page", async () => {
  const world = worldOf();
  const before = asked.length;
  await mayFetch("http://missing.example.com/b", world);
  await mayFetch("http://missing.example.com/c", world);
  expect(asked.length).toBe(before);
});

test("rules of an address that the guard refuses are never asked for", async () => {
  const world = worldOf();
  for (const url of ["http://127.0.0.1/", "http://localhost/", "file:///etc/passwd"])
    expect(await mayFetch(url, world)).toBe(false);
  expect(world.dialled).toEqual([]);
});
