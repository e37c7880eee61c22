import http from "node:http";
import { Inngest } from "inngest";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { conformanceClient, serveApp } from "./conformance/served-app";
import { createSdkCaller } from "./sdk-caller";
import { hashedSigningKey, newSigningKey } from "./signature";
import { startTestRuntime, testClient } from "./testing/start-test-runtime";

const database = testDatabase();

describe("what the runtime doesn't do is refused at registration, by function and option", () => {
  const refused: Record<string, Record<string, unknown>> = {
    batchEvents: { batchEvents: { maxSize: 10, timeout: "5s" } },
    debounce: { debounce: { period: "5s" } },
    rateLimit: { rateLimit: { limit: 1, period: "5s" } },
    "throttle.period": { throttle: { limit: 1, period: "" } },
    singleton: { singleton: { mode: "skip" } },
    total: { timeouts: { total: "1m" } },
    "half an hour": { timeouts: { start: "half an hour" } },
    "shop/*": { triggers: [{ event: "shop/*" }] },
    "event.data.n in [3]": { triggers: [{ event: "x", if: "event.data.n in [3]" }] },
    "cel.key(event)": { concurrency: { limit: 1, key: "cel.key(event)" } },
    jitter: { triggers: [{ cron: "* * * * *", jitter: "5s" }] },
  };
  test.each(Object.entries(refused))("%s", async (option, config) => {
    const client = testClient();
    const fn = client.createFunction(
      { id: "asks-too-much", triggers: [{ event: "x" }], ...config },
      async () => {},
    );
    await expect(startTestRuntime(database, client, [fn])).rejects.toThrow(
      new RegExp(`test-asks-too-much.*${option.replaceAll(/[.()*[\]]/g, "\\$&")}`),
    );
  });
});

test("a cron expression that makes no sense is refused", async () => {
  const client = testClient();
  const fn = client.createFunction({ id: "odd-cron", triggers: [{ cron: "61 * * * *" }] }, async () => {});
  await expect(startTestRuntime(database, client, [fn])).rejects.toThrow(/cron|range|61/i);
});

test("a client in development mode is refused: it wouldn't check signatures", async () => {
  const client = new Inngest({ id: "test", isDev: true });
  await expect(startTestRuntime(database, client, [])).rejects.toThrow("INNGEST_DEV");
});

test("an environment that points the client elsewhere is refused", async () => {
  vi.stubEnv("INNGEST_BASE_URL", "http://127.0.0.1:9");
  try {
    await expect(startTestRuntime(database, testClient(), [])).rejects.toThrow("INNGEST_BASE_URL");
  } finally {
    vi.unstubAllEnvs();
  }
});

test("the SDK's endpoint answers 401 to a call under another key, and runs nothing", async () => {
  const client = testClient();
  let calls = 0;
  const fn = client.createFunction({ id: "guarded", triggers: [{ event: "guarded" }] }, async () => {
    calls += 1;
  });
  const signingKey = newSigningKey();
  const runtime = await startTestRuntime(database, client, [fn], { signingKey });
  const call = {
    functionId: "test-guarded",
    runId: "r",
    stepId: "step",
    attempt: 0,
    maxAttempts: 1,
    event: '{"data":{},"id":"e","name":"guarded","ts":1}',
    steps: new Map<string, string>(),
    planOnly: false,
  };
  const stranger = createSdkCaller(`${runtime.url}/api/inngest`, newSigningKey());
  expect(await stranger.call(call)).toMatchObject({
    kind: "failed",
    json: expect.stringContaining("Unauthorized"),
  });
  await expect(stranger.register()).rejects.toThrow("401");
  expect(calls).toBe(0);
  const ours = createSdkCaller(`${runtime.url}/api/inngest`, signingKey);
  expect(await ours.call(call)).toEqual({ kind: "completed", json: "null" });
  expect(calls).toBe(1);
  stranger.close();
  ours.close();
});

test("an unsigned call is refused too", async () => {
  const client = testClient();
  const runtime = await startTestRuntime(database, client, []);
  const answer = await fetch(`${runtime.url}/api/inngest?fnId=test-x&stepId=step`, {
    method: "POST",
    body: "{}",
  });
  expect(answer.status).toBe(401);
});

test("events are taken in under the runtime's key only, and only if they are events", async () => {
  const client = testClient();
  const runtime = await startTestRuntime(database, client, []);
  const send = async (key: string, body: string) =>
    (await fetch(`${runtime.url}/e/${key}`, { method: "POST", body })).status;
  const key = runtime.senderEnv.INNGEST_EVENT_KEY;
  expect(await send("another", '{"name":"a"}')).toBe(401);
  expect(await send(key, "{")).toBe(400);
  expect(await send(key, '{"data":{}}')).toBe(400);
  expect(await send(key, '[{"name":"a"},{"name":"b","data":{"n":1}}]')).toBe(200);
  expect((await fetch(`${runtime.url}/health`)).status).toBe(200);
  expect((await fetch(`${runtime.url}/elsewhere`)).status).toBe(404);
});

test("the endpoint listens on the loopback interface alone", async () => {
  const client = testClient();
  const runtime = await startTestRuntime(database, client, []);
  const { networkInterfaces } = await import("node:os");
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address && !address.internal && address.family === "IPv4");
  if (!outside) return expect(new URL(runtime.url).hostname).toBe("127.0.0.1");
  const refused = new Promise((resolve) => {
    http
      .get({ host: outside.address, port: new URL(runtime.url).port, path: "/health" }, () =>
        resolve("answered"),
      )
      .on("error", () => resolve("refused"));
  });
  expect(await refused).toBe("refused");
});

describe("apps that another process serves", () => {
  const signingKey = newSigningKey();

  async function startServer() {
    const own = testClient();
    const runtime = await startTestRuntime(database, own, [], { signingKey });
    return { runtime, own, server: { url: runtime.url, eventKey: own.eventKey ?? "", signingKey } };
  }

  test("an app registers and is called; what it registers next takes the place of that", async () => {
    const { runtime, own, server } = await startServer();
    const client = conformanceClient(server, "elsewhere", false);
    const ran: string[] = [];
    const make = (id: string) =>
      client.createFunction({ id, triggers: [{ event: "elsewhere" }] }, ({ event }) => {
        ran.push(`${id} ${event.data.n}`);
      });
    for (const [n, id] of ["first", "second"].entries()) {
      const app = await serveApp(server, client, [make(id)]);
      onTestFinished(() => app.close());
      expect((await app.register()).status).toBe(200);
      await own.send({ name: "elsewhere", data: { n } });
      await runtime.idle();
    }
    expect(ran).toEqual(["first 0", "second 1"]);
  });

  test("what the runtime doesn't do is refused to them too, by function and option", async () => {
    const { server } = await startServer();
    const client = conformanceClient(server, "elsewhere", false);
    const fn = client.createFunction(
      { id: "eager", debounce: { period: "5s" }, triggers: [{ event: "x" }] },
      () => {},
    );
    const app = await serveApp(server, client, [fn]);
    onTestFinished(() => app.close());
    const answer = await app.register();
    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(/elsewhere-eager.*debounce is not supported/);
  });

  test("only who has the signing key may register, and only what is on this machine", async () => {
    const { server } = await startServer();
    const register = async (authorization: string, url: string) => {
      const body = JSON.stringify({ appName: "stranger", url, functions: [] });
      const headers = { authorization };
      return (await fetch(`${server.url}/fn/register`, { method: "POST", headers, body })).status;
    };
    const right = `Bearer ${hashedSigningKey(signingKey)}`;
    expect(await register(`Bearer ${hashedSigningKey(newSigningKey())}`, "http://127.0.0.1:1/x")).toBe(401);
    expect(await register(right, "http://127.0.0.1:1/x")).toBe(200);
    expect(await register(right, "http://192.0.2.1:80/x")).toBe(400);
    expect(await register(right, "https://127.0.0.1:1/x")).toBe(400);
    expect(await register(right, "http://127.0.0.1.example.com/x")).toBe(400);
  });
});
