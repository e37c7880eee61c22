import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { askEngine } from "../ask-engine";
import { mintedAsk } from "../testing/minted-ask";
import { sandboxMarket } from "./market";
import { startSandbox } from "./start-sandbox";

const prompt = sandboxMarket.prompts[0]?.text ?? "";
const read = (url: string) => fetch(`${url}/__sandbox/log`).then((response) => response.json());

it("counts what it was asked, what it gave out, and how many at once", async () => {
  const sandbox = await startSandbox({ mode: "seeded", latencyMs: 400 });
  const environment = { ENGINE_SANDBOX_URL: sandbox.url };
  const asks = Array.from({ length: 10 }, () => mintedAsk(prompt));
  await Promise.all(asks.map((ask) => askEngine("chatgpt", ask, { environment })));
  await Promise.all(asks.slice(0, 3).map((ask) => askEngine("chatgpt", ask, { environment })));
  await askEngine("google_ai_mode", mintedAsk(prompt), { environment });
  // A call leaves when its connection is done with, which may be a moment after its answer was read.
  await expect.poll(async () => (await read(sandbox.url)).inFlight).toBe(0);
  expect(await read(sandbox.url)).toMatchObject({
    calls: 14,
    callsByEngine: { chatgpt: 13, google_ai_mode: 1 },
    requests: 14,
    refusals: 0,
    distinctRequestIds: 11,
    inFlight: 0,
    inFlightMax: 10,
  });
  await sandbox.close();
});

it("counts by engine, outcome and ask, and keeps the last requests without a key", async () => {
  const sandbox = await startSandbox({ mode: "seeded" });
  const environment = {
    OPENAI_API_KEY: "sk-very-secret",
    OPENAI_BASE_URL: `${sandbox.url}/v1`,
    DATAFORSEO_LOGIN: "person",
    DATAFORSEO_PASSWORD: "very-secret",
    DATAFORSEO_BASE_URL: sandbox.url,
  };
  const setFaults = (faults: unknown) =>
    fetch(`${sandbox.url}/__sandbox/faults`, { method: "POST", body: JSON.stringify({ faults }) });
  await setFaults([
    { kind: "server_error", engine: "chatgpt", firstAttempts: 1 },
    { kind: "missing_overview", engine: "google_ai_overviews" },
  ]);
  const ask = mintedAsk(prompt);
  await expect(askEngine("chatgpt", ask, { environment })).rejects.toThrow();
  await askEngine("chatgpt", ask, { environment });
  await askEngine("google_ai_overviews", mintedAsk(prompt), { environment });
  await fetch(`${sandbox.url}/v1/responses`, {
    method: "POST",
    headers: { authorization: "Bearer sk-very-secret" },
  });

  const log = await read(sandbox.url);
  expect(log.engines.chatgpt).toMatchObject({
    requests: 3,
    calls: 1,
    refusals: 1,
    faults: { server_error: 1 },
  });
  expect(log.engines.google_ai_overviews).toEqual({
    requests: 1,
    calls: 1,
    refusals: 0,
    outcomes: { no_answer_shown: 1 },
    faults: { missing_overview: 1 },
  });
  expect(log.outcomes.no_answer_shown).toBe(1);
  const requests = async (query: string) =>
    fetch(`${sandbox.url}/__sandbox/requests${query}`).then((response) => response.json());
  const own = await requests(`?engine=chatgpt&ask=${ask.askId}`);
  expect(own.asks).toEqual({ [`chatgpt ${ask.askId}`]: { attempts: 2, calls: 1 } });
  expect(own.last).toMatchObject([
    { attempt: 1, fault: "server_error", outcome: null, httpStatus: 500, prompt },
    { attempt: 2, fault: null, httpStatus: 200, prompt },
  ]);
  const all = await requests("");
  expect(all.last).toHaveLength(3);
  const secrets = ["very-secret", btoa("person:very-secret")];
  for (const secret of secrets) expect(JSON.stringify([all, log])).not.toContain(secret);
  await sandbox.close();
});

it("dates answers by its simulated clock, and refuses a clock that is no time", async () => {
  const sandbox = await startSandbox({ mode: "seeded" });
  const post = (body: unknown) =>
    fetch(`${sandbox.url}/__sandbox/clock`, { method: "POST", body: JSON.stringify(body) });
  expect((await post({ now: "tomorrow" })).status).toBe(400);
  expect((await post({ now: "2026-02-03T12:00:00Z" })).status).toBe(200);
  const environment = { ENGINE_SANDBOX_URL: sandbox.url };
  const reply = await askEngine("google_ai_mode", mintedAsk(prompt), { environment });
  expect(JSON.parse(reply.body).tasks[0].result[0].datetime).toMatch(/^2026-02-03 12:0/);
  await sandbox.close();
});

it("draws a spread of latencies, the same for the same seed", async () => {
  const { latencyFor } = await import("./latency");
  const draw = (index: number) =>
    latencyFor({ median: 200, p95: 800 }, { seed: 1, requestId: `ask-${index}`, attempt: 1 });
  const draws = Array.from({ length: 2000 }, (_, index) => draw(index)).toSorted((a, b) => a - b);
  expect(draws[1000]).toBeGreaterThan(180);
  expect(draws[1000]).toBeLessThan(220);
  expect(draws[1900]).toBeGreaterThan(650);
  expect(draws[1900]).toBeLessThan(950);
  expect(draw(7)).toBe(draw(7));
});

it("runs as a process of its own: one line with its url, and an end on SIGTERM", async () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/sandbox.ts"], { cwd: root });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const { url } = JSON.parse(String(line));
  expect(await read(url)).toMatchObject({ calls: 0 });
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
}, 30_000);
