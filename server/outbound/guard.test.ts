import { Agent, request } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { report } from "@/db/testing/long-run";
import { fetchPage } from "./fetch-page";
import { isPublicAddress } from "./public-address";
import { HOSTILE_NAMES, REFUSED_URLS } from "./testing/refused-urls";
import { openTrap, type TrapServer, type TrapWorld, trapWorld } from "./testing/trap-server";

const PUBLIC = "93.184.215.14";
const corpus = Object.values(REFUSED_URLS).flat();
let trap: TrapServer;
beforeAll(async () => {
  trap = await openTrap((request, response) => {
    const to = new URL(request.url ?? "/", "http://trap").searchParams.get("to");
    if (to === null) response.writeHead(200, { "content-type": "text/html" }).end("<p>Trapped.</p>");
    else response.writeHead(302, { location: Buffer.from(to).toString("latin1") }).end();
  });
});
afterAll(() => trap.close());

/** What a fetch without the guard does: it looks the name up, and connects to whatever it gets. */
async function fetchUnguarded(address: string, world: TrapWorld): Promise<void> {
  const agent = new Agent({
    connect: ({ hostname, port }, callback) => {
      const host = hostname.replace(/^\[|\]$/g, "");
      const address = /[a-z]\./.test(host) ? world.resolve(host) : Promise.resolve([host]);
      address.then(
        ([first]) => callback(null, world.dial({ address: first ?? host, port: Number(port || 80) })),
        (failure: Error) => callback(failure, null),
      );
    },
  });
  try {
    await (await request(address, { dispatcher: agent })).body.dump();
  } finally {
    await agent.destroy();
  }
}

describe("the guard", () => {
  test("opens no connection for any of the corpus, which a fetch without it follows", async () => {
    expect(new Set(corpus).size).toBeGreaterThanOrEqual(60);
    const guarded = trapWorld(trap, HOSTILE_NAMES);
    const before = trap.connections();
    for (const url of corpus) expect((await fetchPage(url, guarded)).kind, url).toBe("refused");
    expect(trap.connections() - before).toBe(0);
    expect(guarded.dialled).toEqual([]);

    const unguarded = trapWorld(trap, HOSTILE_NAMES);
    for (const url of corpus) await fetchUnguarded(url, unguarded).catch(() => {});
    const followed = trap.connections() - before;
    expect(followed).toBeGreaterThan(60);
    report(
      "outbound",
      `${new Set(corpus).size} hostile URLs: 0 connections through the guard, ${followed} without it`,
    );
  });

  test("lets public hosts through, on port 80 and 443, to the address that was checked", async () => {
    const world = trapWorld(trap, {
      "example.com": [[PUBLIC]],
      "six.example.com": [["2606:4700::1", PUBLIC]],
    });
    const before = trap.connections();
    for (const url of [
      "http://example.com/",
      "http://example.com.:443/",
      `http://${PUBLIC}/`,
      "http://six.example.com/",
    ])
      expect(await fetchPage(url, world), url).toMatchObject({ kind: "page", text: "<p>Trapped.</p>" });
    expect(world.dialled).toEqual([`${PUBLIC}:80`, `${PUBLIC}:443`, `${PUBLIC}:80`, `${PUBLIC}:80`]);
    expect(trap.connections() - before).toBe(4);
  });

  test("a name that changes its address between two lookups is looked up once, and connected to where it was checked", async () => {
    const world = trapWorld(trap, { "rebind.example.com": [[PUBLIC], ["127.0.0.1"]] });
    expect(await fetchPage("http://rebind.example.com/", world)).toMatchObject({ kind: "page" });
    expect(world.dialled).toEqual([`${PUBLIC}:80`]);
    // The second fetch sees the second answer, and refuses it.
    expect(await fetchPage("http://rebind.example.com/", world)).toEqual({
      kind: "refused",
      reason: "private_address",
    });
    expect(world.dialled).toEqual([`${PUBLIC}:80`]);
  });

  test("each redirect is checked like the first address: none of the corpus is reached through one", async () => {
    const world = trapWorld(trap, HOSTILE_NAMES);
    const absolute = corpus.filter((url) => /^[a-z]+:/.test(url));
    for (const url of absolute) {
      const from = `http://example.com/?to=${encodeURIComponent(url)}`;
      expect((await fetchPage(from, world)).kind, url).toBe("refused");
    }
    expect(new Set(world.dialled)).toEqual(new Set([`${PUBLIC}:80`]));
    expect(world.dialled).toHaveLength(absolute.length);
    report("outbound", `${absolute.length} redirects to hostile URLs: 0 followed`);
  });

  test("a redirect to a name that turned private is refused", async () => {
    const world = trapWorld(trap, { "rebind.example.com": [[PUBLIC], ["10.0.0.1"]] });
    const from = `http://rebind.example.com/?to=${encodeURIComponent("http://rebind.example.com./")}`;
    expect(await fetchPage(from, world)).toEqual({ kind: "refused", reason: "private_address" });
    expect(world.dialled).toEqual([`${PUBLIC}:80`]);
  });
});

test("public addresses are told from the others on both sides of each border", () => {
  const borders: readonly (readonly [string, boolean])[] = [
    ["9.255.255.255", true],
    ["10.0.0.0", false],
    ["11.0.0.0", true],
    ["100.63.255.255", true],
    ["100.64.0.0", false],
    ["100.128.0.0", true],
    ["126.255.255.255", true],
    ["128.0.0.0", true],
    ["169.253.255.255", true],
    ["169.255.0.0", true],
    ["172.15.255.255", true],
    ["172.32.0.0", true],
    ["192.167.255.255", true],
    ["192.169.0.0", true],
    ["223.255.255.255", true],
    ["168.63.129.15", true],
    ["168.63.129.16", false],
    ["2606:4700:4700::1111", true],
    ["2a00:1450:4001:81b::200e", true],
    ["1fff::1", false],
    ["4000::1", false],
    ["fe80::1%eth0", false],
    ["not an address", false],
  ];
  for (const [address, expected] of borders) expect(isPublicAddress(address), address).toBe(expected);
});
