import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { startTestRuntime, testClient, until } from "./testing/start-test-runtime";

const database = testDatabase();

test("a step that succeeded isn't run again when a later one is retried", async () => {
  const client = testClient();
  const ran: string[] = [];
  const fn = client.createFunction(
    { id: "memoised", retries: 3, triggers: [{ event: "memoised" }] },
    async ({ step, event, attempt }) => {
      const one = await step.run("one", () => {
        ran.push("one");
        return event.data.n + 1;
      });
      await step.run("two", () => {
        ran.push(`two, attempt ${attempt}`);
        if (attempt < 2) throw new Error("not yet");
      });
      await step.run("three", () => ran.push(`three, attempt ${attempt}, ${one}`));
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "memoised", data: { n: 6 } });
  await runtime.idle();
  expect(ran).toEqual(["one", "two, attempt 0", "two, attempt 1", "two, attempt 2", "three, attempt 0, 7"]);
});

test("parallel steps run side by side, each with its own retries, and once each", async () => {
  const client = testClient();
  const ran: Record<string, number> = {};
  let inFlight = 0;
  let most = 0;
  let result: unknown;
  const fn = client.createFunction(
    { id: "parallel", triggers: [{ event: "parallel" }] },
    async ({ step }) => {
      const work = (name: string, failures: number) =>
        step.run(name, async () => {
          ran[name] = (ran[name] ?? 0) + 1;
          inFlight += 1;
          most = Math.max(most, inFlight);
          await new Promise((resolve) => setTimeout(resolve, 20));
          inFlight -= 1;
          if ((ran[name] ?? 0) <= failures) throw new Error("once more");
          return name.toUpperCase();
        });
      const chain = work("a", 1).then((a) => step.run("after a", () => `${a}, then`));
      result = await Promise.all([chain, work("b", 0), work("c", 0)]);
      return step.run("last", () => {
        ran.last = (ran.last ?? 0) + 1;
      });
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "parallel" });
  await runtime.idle();
  expect(result).toEqual(["A, then", "B", "C"]);
  expect(ran).toEqual({ a: 2, b: 1, c: 1, last: 1 });
  expect(most).toBe(3);
});

test("a result comes back as JSON gives it, whatever is in it", async () => {
  const client = testClient();
  const odd = {
    text: 'NUL \u0000, lone \ud800, "quote"',
    ключ: [0.1, 1e21, -0.5, null],
    "": { b: 1, a: {} },
  };
  const seen: unknown[] = [];
  const fn = client.createFunction({ id: "odd", triggers: [{ event: "odd" }] }, async ({ step, event }) => {
    const back = await step.run("one", () => odd);
    const nothing = await step.run("nothing", () => undefined);
    await step.run("two", () => seen.push(back, nothing, event.data));
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "odd", data: odd });
  await runtime.idle();
  expect(seen).toEqual([odd, null, odd]);
});

test("a sleep puts the run away and lets it go on afterwards, steps before it memoised", async () => {
  const client = testClient();
  const ran: string[] = [];
  const fn = client.createFunction({ id: "sleeper", triggers: [{ event: "sleep" }] }, async ({ step }) => {
    await step.run("before", () => ran.push("before"));
    await step.sleep("a second", "1s");
    await step.sleepUntil("the past", new Date(0));
    await step.run("after", () => ran.push("after"));
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "sleep" });
  await runtime.idle();
  expect(ran).toEqual(["before"]);
  await until(() => ran.length === 2);
  expect(ran).toEqual(["before", "after"]);
});

test("a wait ends with the event that matches, and with nothing when its time is up", async () => {
  const client = testClient();
  const got: unknown[] = [];
  const fn = client.createFunction({ id: "waiter", triggers: [{ event: "wait" }] }, async ({ step }) => {
    const [answer, none] = await Promise.all([
      step.waitForEvent("answer", { event: "answer", timeout: "1h", match: "data.id" }),
      step.waitForEvent("never", { event: "never", timeout: "1s" }),
    ]);
    await step.run("note", () => got.push(answer?.data, none));
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "wait", data: { id: 7 } });
  await runtime.idle();
  await client.send([
    { name: "answer", data: { id: 8, text: "not for us" } },
    { name: "answer", data: { id: 7, text: "for us" } },
    { name: "answer", data: { id: 7, text: "too late" } },
  ]);
  await until(() => got.length > 0);
  expect(got).toEqual([{ id: 7, text: "for us" }, null]);
});

test("an invoked function gives its result, or its error, to the step that invoked it", async () => {
  const client = testClient();
  const got: unknown[] = [];
  const child = client.createFunction(
    { id: "child", retries: 0, triggers: [{ event: "child" }] },
    async ({ event }) => {
      if (event.data.n === 0) throw new Error("no zero");
      return 1 / event.data.n;
    },
  );
  const parent = client.createFunction(
    { id: "parent", triggers: [{ event: "invoke" }] },
    async ({ step }) => {
      got.push(await step.invoke("four", { function: child, data: { n: 4 } }));
      got.push(
        await step.invoke("zero", { function: child, data: { n: 0 } }).catch((error) => error.message),
      );
    },
  );
  const runtime = await startTestRuntime(database, client, [child, parent]);
  await client.send({ name: "invoke" });
  await runtime.idle();
  expect(got.slice(-2)).toEqual([0.25, "no zero"]);
});

test("1,500 events sent by one step start one run each", async () => {
  const client = testClient();
  const seen = new Map<number, number>();
  const fan = client.createFunction({ id: "fan", triggers: [{ event: "fan" }] }, async ({ step }) => {
    await step.sendEvent(
      "all",
      Array.from({ length: 1_500 }, (_, n) => ({ name: "leaf", data: { n } })),
    );
  });
  const leaf = client.createFunction({ id: "leaf", triggers: [{ event: "leaf" }] }, async ({ event }) => {
    seen.set(event.data.n, (seen.get(event.data.n) ?? 0) + 1);
  });
  const runtime = await startTestRuntime(database, client, [fan, leaf]);
  await client.send({ name: "fan" });
  await runtime.idle();
  expect(seen.size).toBe(1_500);
  expect(Math.max(...seen.values())).toBe(1);
});

test("an operation that the runtime doesn't do fails the run, by name", async () => {
  const client = testClient();
  const fn = client.createFunction({ id: "signal", triggers: [{ event: "signal" }] }, async ({ step }) => {
    await step.waitForSignal("a signal", { signal: "go", timeout: "1h", onConflict: "fail" });
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "signal" });
  await runtime.idle();
  const [letter] = (await runtime.deadLetters.list()).letters;
  expect(letter?.error.message).toBe('step "a signal": the local runtime doesn\'t do WaitForSignal');
});
