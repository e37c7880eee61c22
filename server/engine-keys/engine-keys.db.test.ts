import { inspect as inspectValue } from "node:util";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { KeyProviderId } from "@/server/engines";
import type { Actor, Role } from "@/server/kernel/context";
import { type OrgId, UserId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { type Result, unwrap } from "@/server/kernel/result";
import { outside } from "@/server/runs/testing/run-scene";
import { listEngineKeys } from "./list-engine-keys";
import { removeEngineKey } from "./remove-engine-key";
import { saveEngineKey } from "./save-engine-key";
import { testEngineKey } from "./test-engine-key";
import { everyStoredText } from "./testing/every-stored-text";

const { inspect } = testDatabase();
const { sandboxUrl } = outside();

let orgId: OrgId;
let owner: Actor;
beforeAll(async () => {
  const userId = unwrap(await makeUser({ email: "ada@example.com", name: "Ada" }));
  owner = { kind: "user", userId: UserId.parse(userId), role: "owner" };
});
beforeEach(async () => {
  orgId = await createTestOrg();
});
afterEach(() => vi.restoreAllMocks());

const inOrg = <T>(work: () => Promise<T>, actor: Actor = owner) => asOrg(orgId, work, actor);
const does = <T>(work: () => Promise<Result<T>>) => inOrg(async () => unwrap(await work()));
const refusal = async <T>(work: () => Promise<Result<T>>, actor?: Actor) => {
  const result = await inOrg(work, actor);
  if (result.ok) throw new Error("it was not refused");
  return result.error;
};
const save = (secret: string, more: object = {}) => saveEngineKey({ provider: "openai", secret, ...more });
const rows = () => inspect("select * from tenancy.engine_key where org_id = $1", [orgId]);
const audit = () =>
  inspect(
    "select action, before, after from ops.audit_log where org_id = $1 and action like 'engine_key%' order by id",
    [orgId],
  );
const keyOf = async (provider = "openai") =>
  (await does(() => listEngineKeys())).providers.find((each) => each.provider === provider)?.key;

describe("a key that is given", () => {
  test("is tested, sealed, and shown by its last four, its state, when and by whom", async () => {
    const saved = await does(() => save("  sk-test-of-a-good-key-WXYZ "));
    expect(saved).toMatchObject({
      check: { state: "working", words: "OpenAI knows this key." },
      key: { state: "working", lastFour: "WXYZ", savedBy: { name: "Ada" } },
    });
    expect(saved.key.testedAt).not.toBeNull();
    expect(await keyOf()).toEqual(saved.key);
    expect(await audit()).toEqual([
      {
        action: "engine_key.save",
        before: null,
        after: { provider: "openai", lastFour: "WXYZ", state: "working" },
      },
    ]);
  });

  test("and refused by the provider isn't saved, unless that is wanted", async () => {
    const { code, message } = await refusal(() => save("sk-refused-key-0001"));
    expect(code).toBe("conflict");
    expect(message).toMatch(/OpenAI refused this key \(HTTP 401\).*Copy it again/);
    expect(await rows()).toEqual([]);
    const kept = await does(() => save("sk-refused-key-0001", { keepRefused: true }));
    expect(kept.key).toMatchObject({ state: "refused", lastFour: "0001" });
  });

  test("and not testable just now is saved as untested, and says what to do", async () => {
    const saved = await does(() => save("sk-unavailable-0001"));
    expect(saved).toMatchObject({ check: { state: "unclear" }, key: { state: "untested", testedAt: null } });
    expect(saved.check.words).toMatch(/again in a minute/);
  });

  test("takes the place of the one before, whose row is gone", async () => {
    await does(() => save("sk-the-first-key-AAAA"));
    const [first] = await rows();
    await does(() => save("sk-the-other-key-BBBB"));
    const [second, ...more] = await rows();
    expect(more).toEqual([]);
    expect(second?.id).not.toBe(first?.id);
    expect((await audit()).at(-1)).toMatchObject({
      before: { lastFour: "AAAA" },
      after: { lastFour: "BBBB" },
    });
  });

  test("and stored already changes nothing", async () => {
    await does(() => save("sk-the-same-key-AAAA"));
    const before = await rows();
    await does(() => save("sk-the-same-key-AAAA"));
    expect(await rows()).toEqual(before);
    expect(await audit()).toHaveLength(1);
  });

  test.each([
    ["too short", { secret: "short" }, /too short/],
    ["with a space in it", { secret: "sk-with a-space" }, /copy it again/],
    ["with a line break in it", { secret: "sk-with\na-break" }, /copy it again/],
    [
      "of a provider with a login, without one",
      { provider: "dataforseo", secret: "0123456789abcdef" },
      /login: is missing/,
    ],
  ] as const)("%s is refused in words", async (_, input, words) => {
    const { code, message } = await refusal(() => saveEngineKey({ provider: "openai", ...input }));
    expect(code).toBe("invalid_input");
    expect(message).toMatch(words);
  });

  test("and very short shows none of its signs", async () => {
    await does(() => save("ollama-1"));
    expect(await keyOf()).toMatchObject({ lastFour: "" });
  });

  test("can be of any provider", async () => {
    for (const provider of KeyProviderId.options) {
      const key = { provider, secret: `key-of-some-kind-${provider.slice(0, 4)}`, login: "ada@example.com" };
      expect(await does(() => saveEngineKey(key))).toMatchObject({ check: { state: "working" } });
    }
    expect(await rows()).toHaveLength(KeyProviderId.options.length);
  });
});

describe("a stored key", () => {
  const tested = (status: number) =>
    testEngineKey({ provider: "openai" }, { fetch: async () => new Response(null, { status }) });
  const age = () => inspect("update tenancy.engine_key set tested_at = tested_at - interval '1 minute'");

  test("tested again gets the state that the provider gives it now, on record", async () => {
    await does(() => save("sk-test-of-a-good-key-WXYZ"));
    await age();
    expect(await does(() => tested(401))).toMatchObject({
      check: { state: "refused" },
      key: { state: "refused" },
    });
    await age();
    expect(await does(() => tested(200))).toMatchObject({ key: { state: "working" } });
    expect((await audit()).map(({ action }) => action)).toEqual([
      "engine_key.save",
      "engine_key.test",
      "engine_key.test",
    ]);
  });

  test("keeps its state where the provider says nothing of it, and within ten seconds", async () => {
    await does(() => save("sk-test-of-a-good-key-WXYZ"));
    expect(await does(() => tested(401))).toMatchObject({
      check: { words: expect.stringMatching(/a moment ago/) },
    });
    await age();
    const before = await rows();
    expect(await does(() => tested(503))).toMatchObject({
      check: { state: "unclear" },
      key: { state: "working" },
    });
    expect(await rows()).toEqual(before);
  });

  test("that was never there can't be tested, and removing it changes nothing", async () => {
    expect((await refusal(() => tested(200))).code).toBe("not_found");
    expect(await does(() => removeEngineKey({ provider: "openai" }))).toEqual({ removed: false });
    expect(await audit()).toEqual([]);
  });

  test("is gone for good when it is removed", async () => {
    await does(() => save("sk-test-of-a-good-key-WXYZ"));
    expect(await does(() => removeEngineKey({ provider: "openai" }))).toEqual({ removed: true });
    expect([await rows(), await keyOf()]).toEqual([[], null]);
    expect((await audit()).at(-1)).toMatchObject({
      action: "engine_key.remove",
      before: { lastFour: "WXYZ" },
    });
  });

  test("moved to another org or another provider by whoever writes the database, fails to open", async () => {
    await does(() => save("sk-test-of-a-good-key-WXYZ"));
    await age();
    expect(await does(() => tested(200))).toMatchObject({ check: { state: "working" } });
    await age();
    await inspect("update tenancy.engine_key set provider = 'xai' where org_id = $1", [orgId]);
    expect((await refusal(() => testEngineKey({ provider: "xai" }))).message).toMatch(/can’t be opened/);
    const thief = await createTestOrg();
    await inspect("update tenancy.engine_key set org_id = $2, provider = 'openai' where org_id = $1", [
      orgId,
      thief,
    ]);
    orgId = thief;
    expect((await refusal(() => testEngineKey({ provider: "openai" }))).message).toMatch(/can’t be opened/);
  });
});

describe("who may", () => {
  const as = (role: Role): Actor => ({ kind: "user", userId: UserId.parse(crypto.randomUUID()), role });
  const VERBS = {
    listEngineKeys: () => listEngineKeys(),
    saveEngineKey: () => save("sk-test-of-a-good-key-WXYZ"),
    testEngineKey: () => testEngineKey({ provider: "openai" }),
    removeEngineKey: () => removeEngineKey({ provider: "openai" }),
  } satisfies Record<string, () => Promise<Result<unknown>>>;

  test.each(Object.entries(VERBS))("%s is for admins and owners", async (_, verb) => {
    await does(() => save("sk-test-of-a-good-key-WXYZ"));
    const before = await rows();
    for (const role of ["viewer", "member"] as const)
      expect(await refusal<unknown>(verb, as(role))).toMatchObject({ code: "forbidden" });
    expect(await rows()).toEqual(before);
    for (const role of ["owner", "admin"] as const)
      expect(await inOrg<Result<unknown>>(verb, as(role))).toMatchObject(
        // What the owner removed isn't there for the admin to test.
        { ok: true },
      );
  });
});

describe("without KEY_ENCRYPTION_KEYS", () => {
  const off = { environment: { ENGINE_SANDBOX_URL: "" } };

  test("no key can be saved, the words say what to set, and removing works", async () => {
    await does(() => save("sk-test-of-a-good-key-WXYZ"));
    const { off: why, providers } = await does(() => listEngineKeys(off));
    expect(why).toMatch(/KEY_ENCRYPTION_KEYS/);
    expect(providers[0]?.key).toMatchObject({ lastFour: "WXYZ" });
    const key = { provider: "openai", secret: "sk-another-good-key-0001" } as const;
    expect((await refusal(() => saveEngineKey(key, off))).message).toBe(why);
    expect((await refusal(() => testEngineKey({ provider: "openai" }, off))).message).toBe(why);
    expect(await does(() => removeEngineKey({ provider: "openai" }))).toEqual({ removed: true });
  });
});

test("the key stands nowhere: in no table, no log, no error and no answer, as it is or encoded", async () => {
  const canary = `canary${crypto.randomUUID().replaceAll("-", "")}Z9aB`;
  const heard: unknown[] = [];
  for (const level of ["error", "warn", "info", "debug"] as const)
    vi.spyOn(logger, level).mockImplementation((...said: unknown[]) => void heard.push(said));
  const base = { provider: "dataforseo", login: canary.slice(0, 20), secret: canary } as const;
  const throwing: typeof fetch = async (_, init) => {
    throw new Error(`sent ${JSON.stringify(init?.headers)}`);
  };
  heard.push(await inOrg(() => saveEngineKey(base)));
  heard.push(await inOrg(() => saveEngineKey({ ...base, provider: "openai" })));
  heard.push(await inOrg(() => saveEngineKey({ ...base, secret: `refused-${canary}` })));
  heard.push(await inOrg(() => saveEngineKey({ ...base, secret: `${canary} x` })));
  heard.push(await inOrg(() => saveEngineKey({ ...base, secret: `${canary}y` }, { fetch: throwing })));
  heard.push(await inOrg(() => testEngineKey({ provider: "dataforseo" }, { fetch: throwing })));
  heard.push(await inOrg(() => testEngineKey({ provider: "openai" })), await inOrg(() => listEngineKeys()));
  heard.push(await inOrg(() => removeEngineKey({ provider: "openai" })));
  heard.push(await (await fetch(`${sandboxUrl()}/__sandbox/requests`)).text());
  const said = `${inspectValue(heard, { depth: 9, maxStringLength: null })} ${JSON.stringify(heard)}`;
  const stored = await everyStoredText(inspect);
  const forms = [canary, canary.slice(0, 20), Buffer.from(canary).toString("hex"), ...base64Forms(canary)];
  expect(stored.text).toContain("Z9aB");
  for (const form of forms) {
    expect(said).not.toContain(form);
    expect(stored.text).not.toContain(form);
  }
  report(
    "secrets",
    `a customer's key, as it is, in base64 and in hex: 0 hits in ${stored.rows} rows of every table, and in all that was said`,
  );

  // Control: one copy of it anywhere is found.
  await inspect("update tenancy.engine_key set sealed = convert_to($1, 'utf8')", [canary]);
  const leaky = await everyStoredText(inspect);
  expect(forms.some((form) => leaky.text.includes(form))).toBe(true);
});

/** Base64 of it at each of the three places that it can stand at within a longer text, without the signs at its ends. */
function base64Forms(text: string): string[] {
  return [0, 1, 2].map((before) =>
    Buffer.from("x".repeat(before) + text)
      .toString("base64")
      .slice(4, -4),
  );
}
