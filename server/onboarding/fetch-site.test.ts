import { afterAll, beforeAll, expect, test } from "vitest";
import { openTrap, type TrapServer, trapWorld } from "@/server/outbound/testing/trap-server";
import { fetchSite } from "./fetch-site";

const PUBLIC = [["93.184.215.14"]];
const asked: string[] = [];
let trap: TrapServer;
beforeAll(async () => {
  trap = await openTrap((request, response) => {
    asked.push(`${request.headers.host}${request.url} ${request.headers["user-agent"]}`);
    response
      .writeHead(request.url === "/" ? 200 : 404, { "content-type": "text/html" })
      .end("<title>Here</title>");
  });
});
afterAll(() => trap.close());

test("a site that has no https is read by http, after its robots.txt, under our own name", async () => {
  const world = trapWorld(trap, { "plain.example": PUBLIC });
  expect(await fetchSite("plain.example", world)).toEqual({
    kind: "page",
    host: "plain.example",
    html: "<title>Here</title>",
  });
  expect(asked).toEqual([
    "plain.example/robots.txt CiteStreakBot/1.0",
    "plain.example/robots.txt CiteStreakBot/1.0",
    "plain.example/ CiteStreakBot/1.0",
  ]);
});

test("a name that nobody has is told after two lookups, and nothing is dialled", async () => {
  const world = trapWorld(trap, {});
  expect(await fetchSite("nobody.example", world)).toEqual({ kind: "trouble", reason: "unknown_host" });
  expect(world.dialled).toEqual([]);
});

test("a private address behind a name is never dialled", async () => {
  const world = trapWorld(trap, { "inside.example": [["10.0.0.1"]] });
  expect(await fetchSite("inside.example", world)).toEqual({ kind: "trouble", reason: "private_address" });
  expect(world.dialled).toEqual([]);
});
