import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { report, slice } from "../fixtures/long-run";
import { Client } from "./client";
import { Inspector } from "./invariants";
import { Book, readWanted, type Wanted, work } from "./load";
import { ORGS } from "./orgs";
import { type FaultStage, startFaultStage } from "./start-fault-stage";

const CLIENTS = 6;
const EVERY_MS = 500;

let stage: FaultStage;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  stage = await startFaultStage({ LOG_LEVEL: "error" });
});
test.afterAll(() => stage?.stop());

test("a database that goes away breaks nothing but the request: only 2xx, 503 and 409, and every invariant stands", async () => {
  const seconds = slice(6, 60);
  const restarts = slice(1, 5);
  test.setTimeout((seconds + restarts * 10 + 400) * 1_000);
  const inspector = new Inspector(stage.superuserUrl);
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => Client.signIn(stage.url)));
  const wanted: Wanted[] = [];
  for (const org of ORGS)
    for (const client of clients.slice(0, 1)) wanted.push(await readWanted(client, org));

  const book = new Book();
  const over = new AbortController();
  const working = Promise.all(clients.map((client) => work(client, wanted, book, over.signal)));
  const ended = await terminateFor(inspector, seconds * 1_000);
  for (let restart = 0; restart < restarts; restart += 1) {
    await stage.server.restartAtOnce();
    await sleep(2_000);
  }
  over.abort();
  await working;

  expect(book.broken, book.summary()).toEqual([]);
  expect(book.countOf(503)).toBeGreaterThan(0);
  await expect.poll(() => inspector.openRuns(), { timeout: 300_000, intervals: [1_000] }).toBe(0);
  expect(await inspector.faults()).toEqual([]);

  const stored = await inspector.runs();
  expect(stored.length).toBeGreaterThanOrEqual(CLIENTS);
  for (const [key, { org, runIds }] of book.runs) {
    expect([...runIds], "one key, one run").toHaveLength(1);
    expect(stored.filter((run) => run.key === key)).toEqual([{ org, key, runId: [...runIds][0] }]);
  }
  expect(stored).toHaveLength(book.runs.size);
  for (const [org, shown] of book.shown) {
    const own = new Set(stored.filter((run) => run.org === org).map((run) => run.runId));
    expect([...shown].filter((runId) => !own.has(runId))).toEqual([]);
  }
  const [cost] = await inspector.rows<{ asks: number; twice: number; orphaned: number }>(
    `select count(*)::int as asks, count(*) filter (where calls > 1)::int as twice,
       count(*) filter (where state = 'orphaned')::int as orphaned from tracking.ask`,
  );
  report(
    "database faults",
    `${ended} connections terminated in ${seconds} s, ${restarts} immediate restarts: answers ${book.summary()}, none ` +
      `broken; ${stored.length} runs of ${book.runs.size} keys all ended, ${cost?.asks} asks (${cost?.twice} bought twice, ` +
      `${cost?.orphaned} orphaned), 0 broken invariants`,
  );
});

/** Ends all connections again and again; how many in all. */
async function terminateFor(inspector: Inspector, milliseconds: number): Promise<number> {
  let ended = 0;
  for (const until = Date.now() + milliseconds; Date.now() < until; await sleep(EVERY_MS))
    ended += await inspector.terminateAll();
  return ended;
}

test("an answer that isn't one of these counts as broken", () => {
  const book = new Book();
  const reply = (status: number, headers = {}) => ({ status, headers: new Headers(headers), text: "" });
  book.note("fine", reply(200));
  book.note("later", reply(503, { "retry-after": "1" }));
  book.note("a cancel that came too late", reply(409), [409]);
  expect(book.broken).toEqual([]);
  for (const broken of [reply(500), reply(0), reply(404), reply(503), reply(409)])
    book.note("broken", broken);
  expect(book.broken).toHaveLength(5);
});
