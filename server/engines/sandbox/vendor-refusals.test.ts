import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "./start-sandbox";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ mode: "seeded" });
});
afterAll(() => sandbox.close());

describe("the sandbox as a vendor", () => {
  const responses = () => `${sandbox.url}/v1/responses`;
  const aiMode = () => `${sandbox.url}/v3/serp/google/ai_mode/live/advanced`;
  const post = (url: string, body: unknown, authorization?: string) =>
    fetch(url, {
      method: "POST",
      body: JSON.stringify(body),
      ...(authorization ? { headers: { authorization } } : {}),
    });

  it("refuses a request without a key in the vendor's own words", async () => {
    const openai = await post(responses(), { model: "gpt-5-mini", input: "hi" });
    expect(openai.status).toBe(401);
    expect(await openai.json()).toMatchObject({ error: { type: "invalid_request_error", code: null } });
    const dataForSeo = await post(aiMode(), [{ keyword: "hi" }]);
    expect(dataForSeo.status).toBe(401);
    expect(await dataForSeo.json()).toMatchObject({ status_code: 40_100, tasks: null });
  });

  it("refuses a field that the vendor doesn't have", async () => {
    const openai = await post(responses(), { model: "m", input: "hi", brand: "Halvorn" }, "Bearer k");
    expect(openai.status).toBe(400);
    expect(await openai.json()).toMatchObject({ error: { param: "brand", code: "unknown_parameter" } });
    const task = { keyword: "hi", location_code: 2840, brand: "Halvorn" };
    const basic = `Basic ${btoa("login:password")}`;
    const dataForSeo = await post(aiMode(), [task], basic);
    expect(dataForSeo.status).toBe(200);
    expect((await dataForSeo.json()).tasks[0]).toMatchObject({
      status_code: 40_501,
      status_message: "Invalid Field: 'brand'.",
    });
  });

  it("has no route that no engine has, and puts none of this on the bill", async () => {
    expect((await fetch(`${sandbox.url}/v1/completions`, { method: "POST" })).status).toBe(404);
    const before = await fetch(`${sandbox.url}/__sandbox/log`).then((response) => response.json());
    await post(responses(), { model: "m" }, "Bearer k");
    const after = await fetch(`${sandbox.url}/__sandbox/log`).then((response) => response.json());
    expect(after).toMatchObject({ calls: before.calls, refusals: before.refusals + 1 });
  });
});
