import { DrizzleQueryError } from "drizzle-orm/errors";
import fc from "fast-check";
import pg from "pg";
import pino from "pino";
import { describe, expect, test } from "vitest";
import { describeError } from "./describe-error";
import { createLogger } from "./logger";
import { redact } from "./redact";
import { redactText } from "./redact-text";

/** Secrets that a pattern must know, each in a text as it could come. None of them was ever anybody's. */
const BY_PATTERN = {
  "a key of OpenAI": [
    "sk-proj-CANARY0aB3dE5fG7hJ9kL",
    "Incorrect API key provided: sk-proj-CANARY0aB3dE5fG7hJ9kL.",
  ],
  "a key of Anthropic": [
    "sk-ant-api03-CANARYaB3dE5fG7h",
    "x-api-key sk-ant-api03-CANARYaB3dE5fG7h was refused",
  ],
  "a key of xAI": ["xai-CANARY0aB3dE5fG7hJ9kL", "key=xai-CANARY0aB3dE5fG7hJ9kL"],
  "a key of Google": ["AIzaCANARY-aB3dE5fG7hJ9kL1mN3pQ5rS7", "?key=AIzaCANARY-aB3dE5fG7hJ9kL1mN3pQ5rS7&x=1"],
  "a key of Perplexity": ["pplx-CANARY0aB3dE5fG7hJ9kL", "{'k': 'pplx-CANARY0aB3dE5fG7hJ9kL'}"],
  "a key of Groq": ["gsk_CANARY0aB3dE5fG7hJ9kL", "analysis key gsk_CANARY0aB3dE5fG7hJ9kL was refused"],
  "a key of Hugging Face": ["hf_CANARY0aB3dE5fG7hJ9kL", "{'k': 'hf_CANARY0aB3dE5fG7hJ9kL'}"],
  "a key of ours": [
    "cs_live_CANARYaB3dE5fG7hJ9kL1mN3pQ5rS7tU9",
    "no such key: cs_live_CANARYaB3dE5fG7hJ9kL1mN3pQ5rS7tU9",
  ],
  "a key of Stripe": ["sk_live_CANARYaB3dE5fG7h", "Invalid API Key provided: sk_live_CANARYaB3dE5fG7h"],
  "a webhook's secret": ["whsec_CANARYaB3dE5fG7h", "signed with whsec_CANARYaB3dE5fG7h"],
  "a signing key": ["signkey-prod-0123cafe4567cafe", "bad key signkey-prod-0123cafe4567cafe"],
  "a bearer header": ["CANARYbearer0aB3dE5", "authorization: Bearer CANARYbearer0aB3dE5"],
  "basic credentials": ["Q0FOQVJZOmh1bnRlcjI=", "sent Basic Q0FOQVJZOmh1bnRlcjI= and got 401"],
  "a database's URL": [
    "canary-pass0word",
    "connect postgres://app:canary-pass0word@db.internal:5432/citestreak failed",
  ],
  "a password in a URL": ["canary-pass0word", "fetch https://user:canary-pass0word@proxy.internal/x"],
  "a magic link's token": ["canaryMagic0aB3dE5", "GET /enter/link?next=%2F&token=canaryMagic0aB3dE5&x=1"],
  "a session's cookie": [
    "canaryCookie0aB3dE5",
    "cookie: theme=dark; authjs.session-token=canaryCookie0aB3dE5",
  ],
  "a session's cookie alone": [
    "canaryCookie0aB3dE5",
    "__Secure-authjs.session-token=canaryCookie0aB3dE5; Path=/",
  ],
  "a signed token": [
    "eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOjF9.c2lnbmF0dXJl",
    "jwt eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOjF9.c2lnbmF0dXJl expired",
  ],
  "an encrypted token": [
    "eyJhbGciOiJkaXIifQ..canaryIv.canaryText.canaryTag",
    "eyJhbGciOiJkaXIifQ..canaryIv.canaryText.canaryTag",
  ],
  "an e-mail address": ["canary.person+x@mail.example.com", "no user canary.person+x@mail.example.com"],
  "an e-mail address in a URL": ["canary%40mail.example.com", "/members?who=canary%40mail.example.com"],
  "a password in JSON": ["canary-pass0word", '{"user":"ann","password":"canary-pass0word"}'],
  "a password in JSON in JSON": ["canary-pass0word", String.raw`{\"password\": \"canary-pass0word\"}`],
  "a private key": [
    "MIICANARYaB3dE5fG7hJ9kL",
    "-----BEGIN PRIVATE KEY-----\nMIICANARYaB3dE5fG7hJ9kL\n-----END PRIVATE KEY-----",
  ],
  "a private key cut off": [
    "MIICANARYaB3dE5fG7hJ9kL",
    "pem: -----BEGIN RSA PRIVATE KEY-----\nMIICANARYaB3dE5fG7hJ9kL",
  ],
  "a statement's parameters": [
    "canary answer text",
    "Error: Failed query: insert into t values ($1)\nparams: canary answer text",
  ],
} as const;

describe("texts", () => {
  test.each(Object.entries(BY_PATTERN))("%s is left out", (_, [secret, text]) => {
    expect(text).toContain(secret);
    expect(redactText(text)).not.toContain(secret);
  });

  test("a secret is left out wherever it stands between words", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(BY_PATTERN)),
        fc.lorem(),
        fc.lorem(),
        ([secret, text], before, after) => {
          expect(redactText(`${before} ${text} ${after}`)).not.toContain(secret);
        },
      ),
    );
  });

  test("what was redacted stays as it is when it is redacted again", () => {
    for (const [, text] of Object.values(BY_PATTERN))
      expect(redactText(redactText(text))).toBe(redactText(text));
  });

  test.each([
    "GET /demo/main/standing-desk-converters-of-2026/runs",
    "run 01980000-0000-7000-8000-000000000000 ended: 12 asks, 40 tokens",
    "ChatGPT refused the request (HTTP 401)",
    'duplicate key value violates unique constraint "run_idem_key"',
    "    at file:///app/server/runs/buy-answer.ts:71:18",
    "Basic plan, 3 @ 5 credits, https://citestreak.example/a?b=c",
  ])("%s stays", (text) => expect(redactText(text)).toBe(text));

  test("half a megabyte of hostile text comes to an end, and a secret behind it is still found", () => {
    const HOSTILE = [
      "a",
      "//",
      "eyJ",
      "sk-",
      "Bearer ",
      "-----BEGIN PRIVATE KEY-----",
      "cookie: \n",
      "a@a.",
      "token",
      "//a:",
      "eyJaaaaaaaa-",
      "password \n",
      "cs_",
    ];
    for (const unit of HOSTILE) {
      // A pattern that looks again from each place would need a hundred billion steps here, and run into the limit.
      const text = `${unit.repeat(500_000 / unit.length)}\n -----END PRIVATE KEY-----\nsk-proj-CANARY0aB3dE5fG7hJ9kL`;
      expect(redactText(text), JSON.stringify(unit)).not.toContain("CANARY");
    }
  }, 120_000);
});

describe("fields", () => {
  test.each([
    "authorization",
    "Cookie",
    "set-cookie",
    "password",
    "clientSecret",
    "sessionToken",
    "apiKey",
    "api_key",
    "X-Api-Key",
    "signature",
    "stripe-signature",
    "dsn",
    "databaseUrl",
    "queueDatabaseUrl",
    "DATABASE_URL",
    "signingKey",
    "privateKey",
    "params",
    "detail",
    "email",
  ])("what stands under %s is left out at any depth", (name) => {
    const wrapped = { a: [{ b: { c: { [name]: { d: ["plain words"] } } } }], [name]: "plain words" };
    expect(JSON.stringify(redact(wrapped))).not.toContain("plain words");
  });

  test("everything else stays as it was", () => {
    const fields = { runId: "r", asks: 3, ok: true, none: null, at: new Date(0), list: ["a", { b: 1 }] };
    expect(redact(fields)).toEqual(fields);
  });

  test("a circle, an URL and bytes come out as something that ends", () => {
    const circle: Record<string, unknown> = {
      url: new URL("https://u:canary@h/"),
      bytes: Buffer.from("canary"),
    };
    circle.self = circle;
    expect(JSON.stringify(redact(circle))).not.toContain("canary");
  });
});

const SECRET_TEXT = "the tenant's own words";

/** As node-postgres makes it of what Postgres answers. */
function databaseError(code: string, message: string): pg.DatabaseError {
  const error = new pg.DatabaseError(message, message.length, "error");
  const detail = `Key (org_id, text)=(1, ${SECRET_TEXT}) already exists.`;
  return Object.assign(error, { code, detail, where: `line 1: ${SECRET_TEXT}`, constraint: "prompt_key" });
}

const UNSAFE: Record<string, () => unknown> = {
  "drizzle's error": () =>
    new DrizzleQueryError(
      "insert into t values ($1)",
      [SECRET_TEXT],
      databaseError("23505", "duplicate key"),
    ),
  "Postgres's error about an input": () =>
    databaseError("22P02", `invalid input syntax for type uuid: "${SECRET_TEXT} "again""`),
  "a parser's error": () => {
    try {
      return JSON.parse(SECRET_TEXT);
    } catch (error) {
      return error;
    }
  },
  "an error with a body": () =>
    Object.assign(new Error("HTTP 400"), { body: SECRET_TEXT, response: { data: SECRET_TEXT } }),
  "a wrapper that repeats its cause": () => {
    const cause = new DrizzleQueryError("select $1", [SECRET_TEXT], databaseError("23505", "duplicate key"));
    return new Error(`step failed: ${cause.message}`, { cause });
  },
  "several errors at once": () =>
    new AggregateError([
      Object.assign(new Error("a"), { detail: SECRET_TEXT }),
      databaseError("22P02", `bad "${SECRET_TEXT}"`),
    ]),
};

describe("errors", () => {
  test.each(Object.entries(UNSAFE))("of %s type, message and place are kept, and no value", (_, make) => {
    const thrown = make();
    const told = JSON.stringify(describeError(thrown));
    expect(told).not.toContain(SECRET_TEXT.slice(0, 8));
    expect(told).toContain("redact.test.ts");
  });

  test("code, constraint and cause are told", () => {
    const thrown = new DrizzleQueryError("select $1", ["x"], databaseError("23505", "duplicate key"));
    expect(describeError(thrown)).toMatchObject({
      type: "DrizzleQueryError",
      message: "Failed query: select $1",
      cause: { code: "23505", message: "duplicate key", constraint: "prompt_key" },
    });
  });

  test("an error that is its own cause is told to its end", () => {
    const error = new Error("round");
    error.cause = error;
    expect(JSON.stringify(describeError(error)).length).toBeLessThan(100_000);
  });
});

describe("log lines", () => {
  const [secrets, write] = [Object.values(BY_PATTERN), { lines: "" }];
  const sink = {
    write(line: string) {
      write.lines += line;
    },
  };

  /** Every way in which a line can be written. */
  function logAll(logger: pino.Logger): string {
    write.lines = "";
    for (const make of Object.values(UNSAFE)) {
      const error = make();
      logger.error({ err: error }, "it failed");
      logger.error({ err: error });
      logger.error(error);
      logger.trace({ deep: { error } }, "%s", error);
    }
    for (const [, text] of secrets) {
      logger.trace(text);
      logger.trace({ text }, "fields");
      logger.trace("said %s", text);
      logger.child({ text }).trace("a child's");
    }
    return write.lines;
  }

  test("hold no secret, whichever way it is said", () => {
    const lines = logAll(createLogger("trace", sink));
    for (const [secret] of secrets) expect(lines).not.toContain(secret);
    expect(lines).not.toContain(SECRET_TEXT);
    const parsed = lines
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(parsed.length).toBe(4 * (Object.keys(UNSAFE).length + secrets.length));
  });

  test("of pino as it comes hold every one of them", () => {
    const lines = logAll(pino({ level: "trace", base: null }, sink));
    for (const [secret] of secrets) expect(lines).toContain(JSON.stringify(secret).slice(1, -1));
    expect(lines).toContain(SECRET_TEXT);
  });
});
