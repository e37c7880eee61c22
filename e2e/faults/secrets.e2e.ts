import { expect, test } from "@playwright/test";
import { z } from "zod";
import { report } from "../fixtures/long-run";
import { CANARIES, canariesIn, LEAKY_TEXT } from "./canaries";
import { Client, dataOf, type Reply } from "./client";
import { BEHAVIOURS, type EchoingEngine, startEchoingEngine } from "./echoing-engine";
import { Inspector } from "./invariants";
import { readWanted } from "./load";
import { projectPath } from "./orgs";
import { type FaultStage, startFaultStage } from "./start-fault-stage";

let engine: EchoingEngine;
let stage: FaultStage;
let client: Client;
let inspector: Inspector;
/** Besides the canaries: this run's own secrets. */
let own: Record<string, string>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  engine = await startEchoingEngine();
  stage = await startFaultStage(
    {
      LOG_LEVEL: "trace",
      OPENAI_API_KEY: CANARIES["an engine's key"],
      OPENAI_BASE_URL: engine.url,
      INNGEST_SIGNING_KEY: CANARIES["a signing key"],
    },
    { sandbox: false },
  );
  inspector = new Inspector(stage.superuserUrl);
  client = await Client.signIn(stage.url);
  own = {
    ...client.secrets,
    "the database's password": new URL(stage.server.url("citestreak_app", "x")).password,
  };
});
test.afterAll(async () => {
  await stage?.stop();
  await engine?.close();
});

/** Every row of the queue, the dead letters, the outbox and the audit log, and what runs and asks keep of their failures. */
async function storedTexts(): Promise<{ rows: number; text: string }> {
  const tables = await inspector.rows<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema in ('local_runtime', 'pgboss', 'ops') and table_type = 'BASE TABLE'`,
  );
  const queries = [
    ...tables.map(({ name }) => `select t::text as text from ${name} t`),
    "select failure as text from tracking.run where failure is not null",
    "select failure as text from tracking.ask where failure is not null",
  ];
  const texts: string[] = [];
  for (const query of queries)
    for (const { text } of await inspector.rows<{ text: string }>(query)) texts.push(text);
  return { rows: texts.length, text: texts.join("\n") };
}

const SavedPanel = z.object({ panelVersionId: z.string() });

const REFUSED = "refused by the database";

/** Breaks the database where the requests will come: rows that it refuses, and a table that the app may not read. */
async function breakTables(): Promise<void> {
  await inspector.rows(`
    alter table tracking.prompt add constraint canary_prompt check (text not like '%${REFUSED}%') not valid;
    alter table tracking.answer add constraint canary_answer check (false) not valid;
    revoke select on insight.metric_value from citestreak_app`);
}

test("a dozen secrets through failing requests of every layer reach no log, no error, no audit row and no step", async () => {
  test.setTimeout(300_000);
  const run = await readWanted(client, "demo");
  const { org, projectId } = run;
  await breakTables();
  const replies: Reply[] = [];
  const fails = async (status: number, sent: Promise<Reply>) => {
    const reply = await sent;
    replies.push(reply);
    expect(reply.status, reply.text.slice(0, 300)).toBe(status);
  };

  // A verb whose statement the database refuses, with everything in its parameters and in the row that Postgres quotes.
  const panel = (name: string, texts: string[]) =>
    client.mutate("panels.save", { org, projectId, name, prompts: texts.map((text) => ({ text })) });
  await fails(500, panel("refused", [`${LEAKY_TEXT} ${REFUSED}`]));
  // Input that no verb takes, and a body that is no JSON.
  await fails(400, client.mutate("panels.save", { org, projectId, name: "", prompts: LEAKY_TEXT }));
  await fails(400, client.mutate("runs.request", { org, [LEAKY_TEXT]: LEAKY_TEXT }));
  await fails(400, client.sendRaw("/api/trpc/panels.save", `{"org": "demo", ${LEAKY_TEXT}`));
  await fails(400, client.sendRaw("/api/trpc/panels.save", LEAKY_TEXT));
  // Somebody who isn't signed in, with a key and a cookie of their own.
  const stranger = await fetch(`${stage.url}/api/trpc/me.get?token=${CANARIES["a magic link's token"]}`, {
    headers: {
      authorization: `Bearer ${CANARIES["an API key of ours"]}`,
      cookie: `authjs.session-token=${CANARIES["a bearer header"]}`,
    },
  });
  expect(stranger.status).toBe(401);
  replies.push({ status: stranger.status, headers: stranger.headers, text: await stranger.text() });
  // Route handlers: a file, an export and an answer that can't be had.
  const query = new URLSearchParams({
    org,
    workspace: "main",
    project: "standing-desks",
    q: LEAKY_TEXT.slice(0, 190),
  });
  await fails(
    400,
    client.sendRaw(
      `/api/import?org=${org}&projectId=${projectId}&name=x.jsonl`,
      LEAKY_TEXT,
      "application/octet-stream",
    ),
  );
  await fails(404, client.send(`/api/export/nothing?${query}`));
  await fails(
    404,
    client.send(`/api/raw-body?org=${org}&answer=01980000-0000-7000-8000-000000000000&x=${query}`),
  );
  const functions = `/api/inngest?fnId=citestreak-run&stepId=${CANARIES["an API key of ours"]}`;
  await fails(401, client.sendRaw(functions, JSON.stringify({ event: LEAKY_TEXT })));
  await fails(500, client.sendRaw(functions, LEAKY_TEXT));
  // A page of server components that throws: what the browser gets may hold the visitor's own address, and nothing else.
  const page = await client.send(`${projectPath("demo")}?token=${CANARIES["a magic link's token"]}`);
  expect(page.text).not.toContain("metric_value");
  await inspector.rows("grant select on insight.metric_value to citestreak_app");
  // A change that is made: its audit row says what was changed.
  const brand = { org, projectId, name: "Canary", aliases: [CANARIES["a payment key"]], domains: [] };
  expect((await client.mutate("brands.save", brand)).status).toBe(200);

  // Jobs: an engine that throws everything back, broken JSON, and an answer that the database refuses.
  const saved = await panel(
    "asked",
    BEHAVIOURS.map((behaviour) => `${behaviour}: ${LEAKY_TEXT}`),
  );
  const { panelVersionId } = SavedPanel.parse(dataOf(saved));
  await client.mutate("runs.request", {
    ...run,
    panelVersionId,
    repeats: 1,
    idempotencyKey: crypto.randomUUID(),
  });
  await expect.poll(() => inspector.openRuns(), { timeout: 180_000, intervals: [1_000] }).toBe(0);
  for (const behaviour of BEHAVIOURS)
    expect(
      engine.heard.some((echo) => echo.includes(behaviour) && echo.includes(CANARIES["an engine's key"])),
    ).toBe(true);

  const log = stage.said();
  expect(log).toContain("a procedure threw");
  expect(log).toContain("violates check constraint");
  expect(log).toContain("permission denied for table metric_value");
  expect(canariesIn(log, own)).toEqual([]);
  for (const { status, headers, text } of replies)
    expect(
      canariesIn(`${text}\n${JSON.stringify([...headers])}`, own),
      `${status} ${text.slice(0, 200)}`,
    ).toEqual([]);
  const stored = await storedTexts();
  expect(stored.text).toContain("canary_answer");
  expect(canariesIn(stored.text, own)).toEqual([]);
  const names = Object.keys({ ...CANARIES, ...own });
  report(
    "secrets",
    `${names.length} canaries through ${replies.length + 3} failing requests and 3 failing asks: 0 in ${log.split("\n").length} ` +
      `lines of log at trace, ${replies.length} error bodies with their headers, and ${stored.rows} rows of queue, dead ` +
      "letters, outbox, audit log and failures. There are no traces yet.",
  );
});

test("the search for canaries finds each of them as it was sent", () => {
  for (const [name, canary] of Object.entries(CANARIES)) {
    expect(canariesIn(`x ${canary} y`)).toEqual([name]);
    expect(canariesIn(`?q=${encodeURIComponent(canary)}`)).toEqual([name]);
  }
});
