import { NonRetriableError, referenceFunction } from "inngest";
import type { ConformanceCase } from "./conformance-case";

/** Functions that call functions. */
export const invoking: readonly ConformanceCase[] = [
  {
    name: "invoke-result",
    says: "an invoked function gives its result to the step that invoked it",
    functions: ({ fn, note }) => {
      const child = fn("child", {}, async ({ step, event }) => {
        const half = await step.run("half", () => event.data.n / 2);
        return { half };
      });
      fn("main", {}, async ({ step }) => {
        const got = await step.invoke("child", { function: child, data: { n: 5 } });
        await step.run("got", () => note(got));
      });
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: [{ half: 2.5 }],
  },
  {
    name: "invoke-event",
    says: "an invoked function sees an event inngest/function.invoked with the data that it was given",
    functions: ({ fn, note, unique }) => {
      const child = fn("child", { triggers: [{ event: unique("never-sent") }] }, ({ event }) =>
        note([event.name, event.data.n]),
      );
      fn("main", {}, async ({ step }) => {
        await step.invoke("child", { function: child, data: { n: 5 } });
      });
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: [["inngest/function.invoked", 5]],
  },
  {
    name: "invoke-error",
    says: "the failure of an invoked function, after its retries, rejects the step, which isn't tried again",
    functions: ({ fn, note }) => {
      const child = fn("child", { retries: 1 }, ({ attempt }) => {
        note(`child ${attempt}`);
        throw new Error("child broke");
      });
      fn("main", { retries: 2 }, async ({ step }) => {
        const caught = await step
          .invoke("child", { function: child, data: {} })
          .catch((error: Error) => error.message);
        await step.run("caught", () => note(caught));
      });
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: ["child 0", "child 1", "child broke"],
  },
  {
    name: "invoke-uncaught",
    says: "an invocation that fails, and isn't caught, fails the run",
    functions: ({ fn, note }) => {
      const child = fn("child", { retries: 0 }, () => {
        throw new NonRetriableError("child gave up");
      });
      fn("main", { retries: 0, onFailure: ({ error }) => note(error.message) }, async ({ step }) => {
        await step.invoke("child", { function: child, data: {} });
        await step.run("after", () => note("after"));
      });
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: ["child gave up"],
  },
  {
    name: "invoke-timeout",
    says: "an invocation that takes longer than its timeout rejects the step",
    functions: ({ fn, note }) => {
      const child = fn("child", {}, async ({ step }) => {
        await step.sleep("long", "15s");
      });
      fn("main", { retries: 0 }, async ({ step }) => {
        const caught = await step
          .invoke("child", { function: child, data: {}, timeout: "2s" })
          .catch((error: Error) => error.name);
        await step.run("note", () => note(caught));
      });
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: ["InngestInvokeTimeoutError"],
  },
  {
    name: "invoke-reference",
    says: "a function is invoked by its id as well",
    functions: ({ fn, note, id }) => {
      fn("child", {}, ({ event }) => `got ${event.data.n}`);
      fn("main", {}, async ({ step }) => {
        const [appId = "", functionId = ""] = splitId(id("child"));
        const child = referenceFunction({ appId, functionId });
        const got = await step.invoke("child", { function: child, data: { n: 3 } });
        await step.run("got", () => note(got));
      });
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: ["got 3"],
  },
  {
    name: "invoke-unknown",
    says: "an invocation of a function that nobody has registered rejects the step, with its id",
    functions: ({ fn, note }) =>
      fn("main", { retries: 0 }, async ({ step }) => {
        const nobody = referenceFunction({ appId: "nobody", functionId: "nothing" });
        const caught = await step
          .invoke("child", { function: nobody, data: {}, timeout: "15s" })
          .catch((error: Error) => error.message);
        await step.run("note", () => note(String(caught).includes("nobody-nothing")));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [true],
  },
  {
    name: "invoke-parallel",
    says: "invocations side by side give each its own result",
    functions: ({ fn, note }) => {
      const child = fn("child", {}, ({ event }) => event.data.n ** 2);
      fn("main", {}, async ({ step }) => {
        const got = await Promise.all(
          [1, 2, 3].map((n) => step.invoke(`child ${n}`, { function: child, data: { n } })),
        );
        await step.run("got", () => note(got));
      });
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: [[1, 4, 9]],
  },
];

/** App and function of a full id as this table makes them: "conformance-<8 hex digits>-<function>". */
function splitId(id: string): string[] {
  return id.split(/(?<=^conformance-[0-9a-f]{8})-/);
}
