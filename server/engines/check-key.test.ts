import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkKey } from "./check-key";
import { KeyProviderId } from "./contract";
import { environmentWith } from "./environment-with";
import { getKeyProvider, keyProviderOf, keyProviders, keyVariables, reads } from "./key-providers";
import { engines } from "./registry";
import { type Sandbox, startSandbox } from "./sandbox/start-sandbox";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ mode: "seeded" });
});
afterAll(() => sandbox.close());

const key = (secret: string) => ({ secret, login: "ada@example.com" });
const replies = (status: number) => async () => new Response("{}", { status });

describe("whose key an engine is asked with", () => {
  test("each engine has exactly one provider, and each provider at least one engine", () => {
    for (const engine of engines)
      expect(
        keyProviders.filter((provider) => reads(engine, provider)),
        engine.id,
      ).toHaveLength(1);
    for (const provider of keyProviders)
      expect(
        engines.some((engine) => reads(engine, provider)),
        provider.id,
      ).toBe(true);
    expect(keyProviders.map(({ id }) => id)).toEqual(KeyProviderId.options);
  });

  test("the key's variables are variables of each of its engines", () => {
    for (const engine of engines) {
      const provider = keyProviderOf(engine.id);
      const names = Object.keys(provider ? keyVariables(provider, key("x")) : {});
      expect(engine.variables).toEqual(expect.arrayContaining(names));
      expect(names.length).toBeGreaterThan(0);
    }
  });

  test("a sandbox that is set keeps its place before anybody's key", () => {
    const environment = environmentWith({ OPENAI_API_KEY: "own" }, { ENGINE_SANDBOX_URL: "http://sandbox" });
    expect(environment).toMatchObject({ ENGINE_SANDBOX_URL: "http://sandbox", OPENAI_API_KEY: "own" });
  });
});

describe.each(keyProviders)("a key of $label", (provider) => {
  const environment = () => ({ ENGINE_SANDBOX_URL: sandbox.url });

  test("is tested over HTTP: known, refused, or nobody can say", async () => {
    const check = (secret: string) => checkKey(provider, key(secret), { environment: environment() });
    expect(await check("a-good-key-0001")).toMatchObject({ state: "working" });
    expect(await check("refused-key-0002")).toMatchObject({ state: "refused" });
    expect(await check("unavailable-0003")).toMatchObject({ state: "unclear" });
  });
});

describe("what the vendor's answer means", () => {
  const openai = getKeyProvider("openai");
  const environment = {};

  test.each([
    [200, "working", /knows this key/],
    [400, "refused", /HTTP 400.*Copy it again/],
    [401, "refused", /not one that it knows/],
    [403, "refused", /may not use the API/],
    [402, "unclear", /payment/],
    [429, "unclear", /slow down/],
    [302, "unclear", /HTTP 302/],
    [404, "unclear", /HTTP 404/],
    [503, "unclear", /again in a minute/],
  ] as const)("HTTP %i is %s", async (status, state, words) => {
    const check = await checkKey(openai, key("sk-test"), { environment, fetch: replies(status) });
    expect(check.state).toBe(state);
    expect(check.words).toMatch(words);
  });

  test("silence and a dead connection say nothing about the key", async () => {
    const silent: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
      );
    const slow = await checkKey(openai, key("sk-test"), { environment, fetch: silent, timeoutMs: 20 });
    expect(slow).toMatchObject({ state: "unclear", words: expect.stringMatching(/no answer in time/) });
    const dead = await checkKey(openai, key("sk-test"), {
      environment: { OPENAI_BASE_URL: "http://127.0.0.1:1" },
    });
    expect(dead).toMatchObject({ state: "unclear", words: expect.stringMatching(/can't be reached/) });
  });

  test("an endpoint that this installation doesn't name can't be asked, and the words say who has to do what", async () => {
    const check = await checkKey(getKeyProvider("openai_compatible"), key("any-key-1"), { environment });
    expect(check).toMatchObject({ state: "unclear" });
    expect(check.words).toMatch(/OPENAI_COMPATIBLE_BASE_URL/);
  });

  test("no words hold the key, whatever is thrown", async () => {
    const secret = "canary-of-a-key-4711";
    const throws: typeof fetch = async (_, init) => {
      throw new TypeError(`bad header ${JSON.stringify(init?.headers)}`);
    };
    const { words } = await checkKey(openai, key(secret), { environment, fetch: throws });
    expect(words).not.toContain(secret);
  });
});
