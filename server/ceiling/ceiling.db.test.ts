import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { getEngine } from "@/server/engines";
import type { OrgId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { unwrap } from "@/server/kernel/result";
import { correct, hold, payingOrg, spent, theDay } from "./testing/day-of-spending";

const { inspect } = testDatabase();
const CHATGPT = getEngine("chatgpt").estimateMicros;
const GOOGLE = getEngine("google_ai_mode").estimateMicros;
const FULL =
  "CiteStreak's daily spending limit for ChatGPT is reached. Nothing was charged. Ask again tomorrow (UTC).";
const FREE_FULL =
  "The daily spending limit of the Free plan is reached. Nothing was charged. Ask again tomorrow (UTC), or choose another plan.";

const ceiling = (name: string, micros: number) =>
  vi.stubEnv(`${name}_DAILY_CEILING_USD`, String(micros / 1_000_000));
/** What was spent so far was spent the day before. */
const dayPasses = () => inspect("update ops.spend set day = day - 1");

let paying: OrgId;
beforeEach(async () => {
  vi.stubEnv("ENGINE_SANDBOX_URL", "");
  ceiling("CHATGPT", 2.4 * CHATGPT);
  ceiling("FREE_ORG", 1.2 * CHATGPT);
  await inspect("truncate ops.spend");
  paying = await payingOrg();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("calls are held up to the ceiling, and refused in words once there is no room", async () => {
  expect(await hold(paying, "chatgpt")).toBeNull();
  expect(await hold(paying, "chatgpt")).toBeNull();
  expect(await hold(paying, "chatgpt")).toBe(FULL);
  expect(await hold(await payingOrg(), "chatgpt")).toBe(FULL);
  expect(await spent(inspect, "engine:chatgpt")).toBe(2 * CHATGPT);
});

test("a call that fits exactly is held, and one that is a micro too large is not", async () => {
  ceiling("CHATGPT", CHATGPT - 1);
  expect(await hold(paying, "chatgpt")).toBe(FULL);
  ceiling("CHATGPT", 2 * CHATGPT);
  expect(await hold(paying, "chatgpt")).toBeNull();
  expect(await hold(paying, "chatgpt")).toBeNull();
  ceiling("CHATGPT", 3 * CHATGPT - 1);
  expect(await hold(paying, "chatgpt")).toBe(FULL);
});

test("a call that the engine's ceiling refuses leaves nothing held for its org", async () => {
  ceiling("CHATGPT", 0);
  expect(await hold(paying, "chatgpt")).toBe(FULL);
  expect(await spent(inspect, `org:${paying}`)).toBe(0);
  expect(await spent(inspect, "engine:chatgpt")).toBe(0);
});

test("each engine has its own ceiling, and a new day opens it again", async () => {
  ceiling("GOOGLE_AI_MODE", GOOGLE);
  ceiling("CHATGPT", CHATGPT);
  expect(await hold(paying, "chatgpt")).toBeNull();
  expect(await hold(paying, "chatgpt")).toBe(FULL);
  expect(await hold(paying, "google_ai_mode")).toBeNull();
  expect(await hold(paying, "google_ai_mode")).toMatch(/limit for Google AI Mode is reached/);
  await dayPasses();
  expect(await hold(paying, "chatgpt")).toBeNull();
  expect(await hold(paying, "chatgpt")).toBe(FULL);
});

test("a free org stops at its own ceiling while a paying one goes on; no subscription is free", async () => {
  const free = await createTestOrg();
  expect(await hold(free, "chatgpt")).toBeNull();
  expect(await hold(free, "chatgpt")).toBe(FREE_FULL);
  expect(await hold(free, "google_ai_mode")).toBeNull();
  expect(await hold(await createTestOrg(), "chatgpt")).toBeNull();
  ceiling("CHATGPT", 10 * CHATGPT);
  expect(await hold(free, "chatgpt")).toBe(FREE_FULL);
  for (let call = 0; call < 4; call += 1) expect(await hold(paying, "chatgpt")).toBeNull();
  expect(await spent(inspect, "engine:chatgpt")).toBe(6 * CHATGPT);
});

test("what a call really cost takes the place of what it held, up or down, on the day of the call", async () => {
  await hold(paying, "chatgpt");
  await dayPasses();
  const call = { engineId: "chatgpt", micros: CHATGPT, day: await theDay(inspect) };
  unwrap(await correct(paying, call, 20_000));
  expect(await spent(inspect, "engine:chatgpt")).toBe(20_000);
  expect(await spent(inspect, `org:${paying}`)).toBe(20_000);
  await hold(paying, "chatgpt");
  unwrap(await correct(paying, { ...call, micros: 20_000 }, 500_000));
  const days = await inspect("select micros::int from ops.spend where scope = 'engine:chatgpt' order by day");
  expect(days.map(({ micros }) => micros)).toEqual([500_000, CHATGPT]);
});

test("an answer above its estimate is counted in full, and closes the day that it doesn't fit into", async () => {
  await hold(paying, "chatgpt");
  const call = { engineId: "chatgpt", micros: CHATGPT, day: await theDay(inspect) };
  unwrap(await correct(paying, call, 3 * CHATGPT));
  expect(await spent(inspect, "engine:chatgpt")).toBe(3 * CHATGPT);
  expect(await hold(paying, "chatgpt")).toBe(FULL);
});

test("a cost that the engine doesn't say stays as it was held, and a free failure gives all of it back", async () => {
  await hold(paying, "chatgpt");
  const call = { engineId: "chatgpt", micros: CHATGPT, day: await theDay(inspect) };
  unwrap(await correct(paying, call, null));
  expect(await spent(inspect, "engine:chatgpt")).toBe(CHATGPT);
  unwrap(await correct(paying, call, 0));
  expect(await spent(inspect, "engine:chatgpt")).toBe(0);
  expect(await spent(inspect, `org:${paying}`)).toBe(0);
});

test("a plan that changes while a call is in flight leaves no remainder anywhere", async () => {
  await hold(paying, "chatgpt");
  const call = { engineId: "chatgpt", micros: CHATGPT, day: await theDay(inspect) };
  await inspect("update billing.subscription set plan_id = 'free' where org_id = $1", [paying]);
  unwrap(await correct(paying, call, 0));
  expect(await inspect("select scope from ops.spend where micros <> 0")).toEqual([]);
});

test("the operator is told once for each ceiling and day, however often it refuses", async () => {
  const told = vi.spyOn(logger, "error").mockImplementation(() => {});
  ceiling("CHATGPT", 0);
  for (let again = 0; again < 5; again += 1) await hold(paying, "chatgpt");
  const day = await theDay(inspect);
  const line = { scope: "engine:chatgpt", day, ceilingMicros: 0 };
  expect(told.mock.calls.map(([fields]) => fields)).toEqual([line]);
  await dayPasses();
  await hold(paying, "chatgpt");
  expect(told).toHaveBeenCalledTimes(2);
  const free = await createTestOrg();
  ceiling("FREE_ORG", 0);
  await hold(free, "google_ai_mode");
  await hold(free, "google_ai_mode");
  expect(told.mock.calls.slice(2)).toMatchObject([[{ scope: `org:${free}` }, expect.any(String)]]);
});

test("an engine that isn't counted holds nothing", async () => {
  vi.stubEnv("ENGINE_SANDBOX_URL", "http://127.0.0.1:1");
  vi.stubEnv("FREE_ORG_DAILY_CEILING_USD", "");
  expect(await hold(paying, "google_ai_mode")).toBeNull();
  expect(await inspect("select * from ops.spend")).toEqual([]);
});
