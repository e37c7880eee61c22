import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { openDeadLetters } from "./open-dead-letters";
import { silent, startTestRuntime, testClient, until } from "./testing/start-test-runtime";

const database = testDatabase();

/** A function that fails at its second step until it is mended. */
async function startBroken(id: string) {
  const client = testClient();
  const state = { broken: true, ran: [] as string[] };
  const fn = client.createFunction({ id, retries: 0, triggers: [{ event: id }] }, async ({ step, event }) => {
    const one = await step.run("look it up", () => {
      state.ran.push(`look ${event.data.n}`);
      return { found: event.data.n };
    });
    await step.run("write it down", () => {
      state.ran.push(`write ${event.data.n}`);
      if (state.broken) throw new RangeError(`no room for ${one.found}`);
    });
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  const send = async (...ns: number[]) => {
    for (const n of ns) {
      await client.send({ name: id, data: { n } });
      await runtime.idle();
    }
  };
  return { runtime, state, send, letters: runtime.deadLetters, functionId: `test-${id}` };
}

test("dead letters are listed latest first, page by page, none twice and none left out", async () => {
  const { letters, send, functionId } = await startBroken("paged");
  await send(1, 2, 3, 4, 5);
  const seen: unknown[] = [];
  const sizes: number[] = [];
  let after: string | undefined;
  do {
    const page = await letters.list({ functionId, limit: 2, ...(after !== undefined && { after }) });
    seen.push(...page.letters.map(({ event }) => event));
    sizes.push(page.letters.length);
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toMatchObject([5, 4, 3, 2, 1].map((n) => ({ data: { n } })));
  expect(sizes).toEqual([2, 2, 1]);
  expect((await letters.list({ functionId, limit: 5 })).next).toBeNull();
  expect((await letters.list({ functionId: "test-nobody" })).letters).toEqual([]);
  expect(await letters.count()).toContainEqual({ functionId, letters: 5 });
});

test("one dead letter tells its event, its error, and what each step gave", async () => {
  const { letters, send, functionId } = await startBroken("told");
  await send(7);
  const [letter] = (await letters.list({ functionId })).letters;
  expect(await letters.read(letter?.runId ?? "")).toEqual({
    ...letter,
    error: expect.objectContaining({ name: "RangeError", message: "no room for 7" }),
    steps: [
      { name: "look it up", state: "succeeded", body: { found: 7 } },
      { name: "write it down", state: "failed", body: expect.objectContaining({ message: "no room for 7" }) },
    ],
    interventions: [],
  });
  expect(letter?.failedAt.getTime()).toBeGreaterThanOrEqual(letter?.startedAt?.getTime() ?? Infinity);
});

test("a retry goes on from the memoised steps, once, and says who asked for it when it fails again", async () => {
  const { runtime, letters, send, state, functionId } = await startBroken("retried");
  await send(1);
  const runId = (await letters.list({ functionId })).letters[0]?.runId ?? "";
  expect(await letters.retry(runId, "Ada")).toBe(true);
  await runtime.idle();
  expect(state.ran).toEqual(["look 1", "write 1", "write 1"]);
  expect((await letters.read(runId))?.interventions).toMatchObject([{ action: "retried", by: "Ada" }]);
  state.broken = false;
  // Two people press the button at the same time.
  const both = await Promise.all([letters.retry(runId, "Ada"), letters.retry(runId, "Grace")]);
  expect(both.toSorted()).toEqual([false, true]);
  await runtime.idle();
  expect(state.ran).toEqual(["look 1", "write 1", "write 1", "write 1"]);
  expect(await letters.read(runId)).toBeNull();
  expect(await letters.retry(runId, "Ada")).toBe(false);
});

test("a dropped letter is gone with its event and steps; who dropped it is kept", async () => {
  const { letters, send, functionId } = await startBroken("dropped");
  await send(1, 2);
  const [second, first] = (await letters.list({ functionId })).letters;
  expect(await letters.drop(second?.runId ?? "", "Ada Lovelace")).toBe(true);
  expect(await letters.drop(second?.runId ?? "", "Grace")).toBe(false);
  expect(await letters.retry(second?.runId ?? "", "Grace")).toBe(false);
  expect((await letters.list({ functionId })).letters).toEqual([first]);
  const left = await database.inspect(
    `select (select count(*)::int from local_runtime.runs where id = $1) as runs,
            (select count(*)::int from local_runtime.steps where run_id = $1) as steps`,
    [second?.runId],
  );
  expect(left).toEqual([{ runs: 0, steps: 0 }]);
  const kept = await database.inspect(
    "select action, done_by, function_id from local_runtime.interventions where run_id = $1",
    [second?.runId],
  );
  expect(kept).toEqual([{ action: "dropped", done_by: "Ada Lovelace", function_id: functionId }]);
  expect(await letters.interventions(second?.runId ?? "")).toMatchObject([
    { action: "dropped", by: "Ada Lovelace" },
  ]);
  expect(await letters.interventions("not an id")).toEqual([]);
});

test("a run that hasn't failed is no dead letter: it can't be read, retried or dropped as one", async () => {
  const client = testClient();
  const gate = Promise.withResolvers<void>();
  let runId = "";
  const fn = client.createFunction({ id: "alive", triggers: [{ event: "alive" }] }, async (input) => {
    runId = input.runId;
    await gate.promise;
  });
  const { deadLetters, idle } = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "alive" });
  await until(() => runId !== "");
  for (const id of [runId, randomUUID(), "not an id"]) {
    expect(await deadLetters.read(id)).toBeNull();
    expect(await deadLetters.retry(id, "Ada")).toBe(false);
    expect(await deadLetters.drop(id, "Ada")).toBe(false);
  }
  gate.resolve();
  await idle();
});

test("a process that runs no worker reads the same letters, and a worker carries on what it retries", async () => {
  const { runtime, send, state, functionId } = await startBroken("visited");
  await send(1);
  const visitor = await openDeadLetters(database.urls.queue, silent);
  try {
    const runId = (await visitor.list({ functionId })).letters[0]?.runId ?? "";
    state.broken = false;
    expect(await visitor.retry(runId, "Ada")).toBe(true);
    await runtime.idle();
    expect(state.ran).toEqual(["look 1", "write 1", "write 1"]);
    expect(await visitor.read(runId)).toBeNull();
  } finally {
    await visitor.close();
  }
});

test("a process that runs no worker gives up on a database that is away, where a worker would wait", async () => {
  const nobody = Object.assign(new URL(database.urls.queue), { port: "1" }).toString();
  await expect(openDeadLetters(nobody, silent, 200)).rejects.toThrow(/ECONNREFUSED/);
});
