import { Inngest } from "inngest";
import pino from "pino";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { startLocalRuntime } from "./local-runtime";

const database = testDatabase();

test("a function with two steps runs each step once", async () => {
  const client = new Inngest({ id: "test", checkpointing: false });
  const ran: string[] = [];
  const fn = client.createFunction({ id: "two", triggers: [{ event: "a/b" }] }, async ({ step, event }) => {
    const one = await step.run("one", () => {
      ran.push("one");
      return event.data.n;
    });
    await step.run("two", () => {
      ran.push(`two ${one}`);
    });
    return "done";
  });
  const runtime = await startLocalRuntime({
    queueDatabaseUrl: database.urls.queue,
    functions: [fn],
    client,
    logger: pino({ level: "debug" }),
  });
  await client.send({ name: "a/b", data: { n: 7 } });
  await runtime.idle();
  expect(ran).toEqual(["one", "two 7"]);
  await runtime.stop();
});
