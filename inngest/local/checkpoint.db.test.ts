import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { hashedSigningKey } from "./signature";
import { startTestRuntime, testClient } from "./testing/start-test-runtime";

const database = testDatabase();
const buffered = { bufferedSteps: 10, maxRuntime: "1m" } as const;

test("buffered steps run in one call and are memoised with its end; without the option each takes a call (control)", async () => {
  const client = testClient();
  const calls = { together: 0, apart: 0 };
  const two = (id: "together" | "apart", checkpointing: typeof buffered | false) =>
    client.createFunction({ id, checkpointing, triggers: [{ event: id }] }, async ({ step }) => {
      calls[id] += 1;
      const one = await step.run("one", () => 1);
      return step.run("two", () => one + 1);
    });
  const runtime = await startTestRuntime(database, client, [two("together", buffered), two("apart", false)]);
  await client.send([{ name: "together" }, { name: "apart" }]);
  await runtime.idle();
  expect(calls).toEqual({ together: 1, apart: 3 });
  const runs = await database.inspect(
    `select r.function_id, r.output::text as output, count(s.*)::int as steps from local_runtime.runs r
     left join local_runtime.steps s on s.run_id = r.id where r.function_id like '%together' or r.function_id like '%apart'
     group by 1, 2 order by 1`,
  );
  expect(runs.map(({ output, steps }) => ({ output, steps }))).toEqual([
    { output: "2", steps: 2 },
    { output: "2", steps: 2 },
  ]);
});

test("steps buffered before one that fails are checkpointed, and not run again", async () => {
  const client = testClient();
  const ran: string[] = [];
  const fn = client.createFunction(
    { id: "fails-late", checkpointing: buffered, retries: 2, triggers: [{ event: "fails-late" }] },
    async ({ step, attempt }) => {
      await step.run("paid", () => ran.push("paid"));
      await step.run("recorded", () => {
        ran.push(`recorded, attempt ${attempt}`);
        if (attempt === 0) throw new Error("not yet");
      });
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "fails-late" });
  await runtime.idle();
  expect(ran).toEqual(["paid", "recorded, attempt 0", "recorded, attempt 1"]);
});

test("a checkpoint under another key, of an unknown run, or that is none, is refused", async () => {
  const client = testClient();
  const fn = client.createFunction({ id: "any", triggers: [{ event: "any" }] }, async () => {});
  const runtime = await startTestRuntime(database, client, [fn]);
  const send = async (authorization: string, body: unknown) =>
    (
      await fetch(`${runtime.url}/v1/checkpoint/x/async`, {
        method: "POST",
        headers: { authorization },
        body: JSON.stringify(body),
      })
    ).status;
  const right = `Bearer ${hashedSigningKey(client.signingKey ?? "")}`;
  expect(await send("Bearer signkey-test-00", { run_id: "x", steps: [] })).toBe(401);
  expect(await send(right, { run_id: "x", steps: [] })).toBe(409);
  expect(await send(right, { steps: "none" })).toBe(400);
});
