import { NonRetriableError, RetryAfterError } from "inngest";
import type { ConformanceCase } from "./conformance-case";

/** Errors of steps and functions: retries, the end of retries, and who is told. */
export const failures: readonly ConformanceCase[] = [
  {
    name: "step-retried",
    says: "a step that throws is tried again, with attempt 0, 1, 2",
    functions: ({ fn, note }) =>
      fn("main", { retries: 3 }, async ({ step, attempt, maxAttempts }) => {
        await step.run("one", () => {
          note([attempt, maxAttempts]);
          if (attempt < 2) throw new Error("not yet");
        });
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [
      [0, 4],
      [1, 4],
      [2, 4],
    ],
  },
  {
    name: "function-retried",
    says: "a function that throws outside of its steps is tried as often as it says",
    functions: ({ fn, note }) =>
      fn("main", { retries: 2 }, ({ attempt }) => {
        note(attempt);
        throw new Error("no");
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [0, 1, 2],
  },
  {
    name: "no-retries",
    says: "a function with no retries is tried once",
    functions: ({ fn, note }) =>
      fn("main", { retries: 0 }, ({ attempt, maxAttempts }) => {
        note([attempt, maxAttempts]);
        throw new Error("no");
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [[0, 1]],
    settleMs: 2_500,
  },
  {
    name: "attempts-start-over",
    says: "each step has its attempts for itself",
    functions: ({ fn, note }) =>
      fn("main", { retries: 1 }, async ({ step, attempt }) => {
        for (const name of ["one", "two"]) {
          await step.run(name, () => {
            note(`${name} ${attempt}`);
            if (attempt === 0) throw new Error("once more");
          });
        }
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["one 0", "one 1", "two 0", "two 1"],
  },
  {
    name: "step-caught",
    says: "a function can catch a step that failed for good, with its name and message, and go on",
    functions: ({ fn, note }) =>
      fn("main", { retries: 1 }, async ({ step }) => {
        try {
          await step.run("bad", () => {
            note("bad");
            throw new TypeError("out of range");
          });
        } catch (error) {
          await step.run("mend", () => note(error instanceof Error ? [error.name, error.message] : error));
        }
        await step.run("last", () => note("last"));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["bad", "bad", ["TypeError", "out of range"], "last"],
  },
  {
    name: "step-uncaught",
    says: "a step that failed for good, and isn't caught, fails the run: what comes after doesn't run",
    functions: ({ fn, note }) =>
      fn(
        "main",
        { retries: 1, onFailure: ({ error }) => note(`failed: ${error.message}`) },
        async ({ step, attempt }) => {
          await step.run("bad", () => {
            note(`bad ${attempt}`);
            throw new Error("broken");
          });
          await step.run("after", () => note("after"));
        },
      ),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["bad 0", "bad 1", "failed: broken"],
  },
  {
    name: "non-retriable-step",
    says: "a NonRetriableError of a step isn't tried again; the function can catch it",
    functions: ({ fn, note }) =>
      fn("main", { retries: 3 }, async ({ step }) => {
        const caught = await step
          .run("bad", () => {
            note("bad");
            throw new NonRetriableError("no use");
          })
          .catch((error: Error) => error.message);
        await step.run("after", () => note(`after ${caught}`));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["bad", "after no use"],
  },
  {
    name: "non-retriable-function",
    says: "a NonRetriableError of a function ends the run at once",
    functions: ({ fn, note }) =>
      fn("main", { onFailure: ({ error }) => note(error.message) }, () => {
        note("called");
        throw new NonRetriableError("no use");
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["called", "no use"],
    settleMs: 2_500,
  },
  {
    name: "retry-after",
    says: "a RetryAfterError's delay is kept to",
    functions: ({ fn, note }) => {
      let failedAt = 0;
      fn("main", { retries: 1 }, async ({ step, attempt }) => {
        await step.run("one", () => {
          if (attempt === 0) {
            failedAt = Date.now();
            throw new RetryAfterError("busy", "3s");
          }
          note(Date.now() - failedAt >= 2_900 ? "later" : "too early");
        });
      });
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: ["later"],
  },
  {
    name: "parallel-one-fails",
    says: "of parallel steps, one that fails for good rejects Promise.all; the others run once all the same",
    functions: ({ fn, note }) =>
      fn("main", { retries: 0 }, async ({ step }) => {
        const outcome = await Promise.all([
          step.run("a", () => note("a")),
          step.run("b", () => {
            throw new Error("b failed");
          }),
          step.run("c", () => note("c")),
        ]).catch((error: Error) => error.message);
        await step.run("end", () => note(outcome));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["a", "c", "b failed"],
    anyOrder: true,
  },
  {
    name: "parallel-settled",
    says: "Promise.allSettled tells which parallel steps failed, each after retries of its own",
    functions: ({ fn, note }) => {
      const tries: Record<string, number> = {};
      fn("main", { retries: 1 }, async ({ step }) => {
        const attempt = (name: string, failures: number) =>
          step.run(name, () => {
            tries[name] = (tries[name] ?? 0) + 1;
            if (tries[name] <= failures) throw new Error(name);
            return name;
          });
        const settled = await Promise.allSettled([attempt("a", 0), attempt("b", 1), attempt("c", 2)]);
        await step.run("end", () => note([settled.map(({ status }) => status), tries]));
      });
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: [[["fulfilled", "fulfilled", "rejected"], { a: 1, b: 2, c: 2 }]],
  },
  {
    name: "on-failure",
    says: "onFailure is called once, with the error, the function's id, the run's id and the run's own event",
    functions: ({ fn, note, id }) => {
      let failedRun = "";
      fn(
        "main",
        {
          retries: 1,
          onFailure: ({ error, event: { data } }) => {
            const { data: own, name } = eventOf(data.event);
            note([error.message, data.function_id === id("main"), data.run_id === failedRun, name, own]);
          },
        },
        ({ runId }) => {
          failedRun = runId;
          throw new RangeError("too far");
        },
      );
    },
    acts: [{ send: [{ to: "main", data: { n: 7 } }] }],
    expected: ({ event }) => [["too far", true, true, event("main"), { n: 7 }]],
    settleMs: 1_500,
  },
  {
    name: "event-failed",
    says: "inngest/function.failed tells every function that listens of the failed run and its error",
    functions: ({ fn, note, id }) => {
      fn("main", { retries: 0 }, () => {
        throw new TypeError("bad type");
      });
      const triggers = [
        { event: "inngest/function.failed", if: `event.data.function_id == '${id("main")}'` },
      ];
      fn("listener", { triggers }, ({ event }) => note([event.data.error.name, event.data.error.message]));
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: [["TypeError", "bad type"]],
  },
  {
    name: "event-finished",
    says: "inngest/function.finished tells of a run that succeeded, with its result",
    functions: ({ fn, note, id }) => {
      fn("main", {}, async ({ step, event }) => ({
        twice: (await step.run("x", () => Number(event.data.n))) * 2,
      }));
      const triggers = [
        { event: "inngest/function.finished", if: `event.data.function_id == '${id("main")}'` },
      ];
      fn("listener", { triggers }, ({ event }) => note([event.data.result, event.data.event.data]));
    },
    acts: [{ send: [{ to: "main", data: { n: 21 } }] }],
    expected: [[{ twice: 42 }, { n: 21 }]],
  },
  {
    name: "event-finished-failed",
    says: "inngest/function.finished tells of a run that failed too, with its error",
    functions: ({ fn, note, id }) => {
      fn("main", { retries: 0 }, () => {
        throw new Error("nothing to give");
      });
      const triggers = [
        { event: "inngest/function.finished", if: `event.data.function_id == '${id("main")}'` },
      ];
      fn("listener", { triggers }, ({ event }) => note(event.data.error.message));
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: ["nothing to give"],
  },
  {
    name: "event-finished-loop",
    says: "a function that listens to the end of runs isn't told of its own",
    functions: ({ fn, note, id }) => {
      fn("main", {}, () => "done");
      const condition = [id("main"), id("listener")].map((name) => `event.data.function_id == '${name}'`);
      const triggers = [{ event: "inngest/function.finished", if: condition.join(" || ") }];
      fn("listener", { triggers }, ({ event }) =>
        note(event.data.function_id === id("main") ? "main" : "itself"),
      );
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: ["main"],
    settleMs: 1_500,
  },
];

/** The run's own event, as the end of a run tells of it. */
function eventOf(raw: unknown): { name: unknown; data: unknown } {
  const read = (key: string) => (raw && typeof raw === "object" ? Reflect.get(raw, key) : undefined);
  return { name: read("name"), data: read("data") };
}
