import { setTimeout as wait } from "node:timers/promises";
import type { ConformanceCase } from "./conformance-case";

/** Functions that carry on after a step by themselves, and tell the server of it as they go. */
export const checkpoints: readonly ConformanceCase[] = [
  {
    name: "checkpoint-once",
    says: "with checkpointing, steps run once each",
    functions: ({ fn, note }) =>
      fn("main", { checkpointing: true }, async ({ step }) => {
        const one = await step.run("one", () => note("one", 1));
        const two = await step.run("two", () => note("two", one + 1));
        await step.run("three", () => note(`three: ${two}`));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["one", "two", "three: 2"],
  },
  {
    name: "checkpoint-calls",
    says: "with checkpointing a run of three steps takes one call; without, more",
    functions: ({ fn, note }) => {
      for (const [name, checkpointing] of [
        ["with", true],
        ["without", false],
      ] as const) {
        fn(name, { checkpointing }, async ({ step }) => {
          await step.run("one", () => 1);
          await step.run("two", () => 2);
          await step.run("three", () => note(name));
        });
      }
    },
    acts: [
      { send: [{ to: "with" }, { to: "without" }] },
      {
        after: 2,
        pauseMs: 1_500,
        request: async ({ calls }, { note, id }) => {
          const count = (name: string) => calls.filter(({ functionId }) => functionId === id(name)).length;
          note([count("with") === 1, count("without") > 1]);
        },
      },
    ],
    expected: [[true, true], "with", "without"],
    anyOrder: true,
  },
  {
    name: "checkpoint-retry",
    says: "steps checkpointed before one that fails aren't run again",
    functions: ({ fn, note }) =>
      fn("main", { checkpointing: true, retries: 1 }, async ({ step, attempt }) => {
        await step.run("one", () => note("one"));
        await step.run("two", () => note("two"));
        await step.run("three", () => {
          note(`three, attempt ${attempt}`);
          if (attempt === 0) throw new Error("not yet");
        });
        await step.run("four", () => note("four"));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["one", "two", "three, attempt 0", "three, attempt 1", "four"],
  },
  {
    name: "checkpoint-buffered",
    says: "steps that were buffered before one that fails aren't run again either",
    functions: ({ fn, note }) =>
      fn("main", { checkpointing: { bufferedSteps: 3 }, retries: 1 }, async ({ step, attempt }) => {
        for (let n = 0; n < 5; n += 1) await step.run("same", () => note(n));
        await step.run("last", () => {
          note(`last, attempt ${attempt}`);
          if (attempt === 0) throw new Error("not yet");
        });
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [0, 1, 2, 3, 4, "last, attempt 0", "last, attempt 1"],
  },
  {
    name: "checkpoint-max-runtime",
    says: "a function that runs for longer than its maxRuntime goes on in calls of its own, steps once each",
    functions: ({ fn, note }) =>
      fn("main", { checkpointing: { maxRuntime: "1s" } }, async ({ step }) => {
        for (let n = 0; n < 5; n += 1) {
          await step.run("slow", async () => {
            note(n);
            await wait(400);
          });
        }
        await step.run("end", () => note("end"));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [0, 1, 2, 3, 4, "end"],
  },
  {
    name: "checkpoint-sleep",
    says: "with checkpointing, a sleep between steps lasts, and nothing before it runs again",
    functions: ({ fn, note }) =>
      fn("main", { checkpointing: true }, async ({ step }) => {
        const from = await step.run("before", () => note("before", Date.now()));
        await step.sleep("a while", "2s");
        await step.run("after", () => note(Date.now() - from >= 1_950));
        await step.run("last", () => note("last"));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["before", true, "last"],
  },
  {
    name: "checkpoint-parallel",
    says: "with checkpointing, parallel steps between others run once each",
    functions: ({ fn, note }) =>
      fn("main", { checkpointing: true }, async ({ step }) => {
        await step.run("before", () => note("before"));
        const got = await Promise.all([1, 2, 3].map((n) => step.run(`${n}`, () => note(n, n * n))));
        await step.run("after", () => note(got));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["before", 1, 2, 3, [1, 4, 9]],
    anyOrder: true,
  },
  {
    name: "checkpoint-caught",
    says: "with checkpointing, a step that failed for good can be caught, and the function goes on",
    functions: ({ fn, note }) =>
      fn("main", { checkpointing: true, retries: 1 }, async ({ step }) => {
        await step.run("before", () => note("before"));
        const caught = await step
          .run("bad", () => {
            note("bad");
            throw new Error("broken");
          })
          .catch((error: Error) => error.message);
        await step.run("after", () => note(`after ${caught}`));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["before", "bad", "bad", "after broken"],
  },
];
