import { setTimeout as wait } from "node:timers/promises";
import type { ConformanceCase } from "./conformance-case";

/** How many at a time, how fast, and in which order. */
export const flowControl: readonly ConformanceCase[] = [
  {
    name: "concurrency-limit",
    says: "a limit of two is reached, never exceeded, and everybody gets through",
    functions: ({ fn, note }) => {
      let [inside, most, done] = [0, 0, 0];
      fn("main", { concurrency: 2 }, async ({ step }) => {
        await step.run("work", async () => {
          inside += 1;
          most = Math.max(most, inside);
          await wait(400);
          inside -= 1;
          done += 1;
          if (done === 7) note(`most ${most}`);
        });
      });
    },
    acts: [{ send: Array.from({ length: 7 }, () => ({ to: "main" })) }],
    expected: ["most 2"],
  },
  {
    name: "concurrency-key",
    says: "a limit with a key counts for each value by itself",
    functions: ({ fn, note }) => {
      const inside = new Set<string>();
      const met = Promise.withResolvers<void>();
      fn("main", { concurrency: { key: "event.data.org", limit: 1 } }, async ({ step, event }) => {
        await step.run("work", async () => {
          const { org } = event.data;
          if (inside.has(org)) note(`two of ${org}`);
          inside.add(org);
          if (inside.size === 2) met.resolve();
          await Promise.race([met.promise, wait(20_000).then(() => note("never met"))]);
          await wait(100);
          inside.delete(org);
          note(org);
        });
      });
    },
    acts: [{ send: ["a", "a", "b", "b"].map((org) => ({ to: "main", data: { org } })) }],
    expected: ["a", "a", "b", "b"],
    anyOrder: true,
  },
  {
    name: "concurrency-two-keys",
    says: "of two limits both are kept",
    functions: ({ fn, note }) => {
      const counts: Record<string, number> = {};
      const most: Record<string, number> = {};
      let done = 0;
      const limits: [{ key: string; limit: number }, { key: string; limit: number }] = [
        { key: "event.data.engine", limit: 3 },
        { key: "event.data.org", limit: 1 },
      ];
      fn("main", { concurrency: limits }, async ({ step, event }) => {
        await step.run("work", async () => {
          const keys = [event.data.engine, event.data.org];
          for (const key of keys) {
            counts[key] = (counts[key] ?? 0) + 1;
            most[key] = Math.max(most[key] ?? 0, counts[key]);
          }
          await wait(300);
          for (const key of keys) counts[key] = (counts[key] ?? 0) - 1;
          done += 1;
          if (done === 8) note([(most.x ?? 0) <= 3, most.a, most.b]);
        });
      });
    },
    acts: [
      {
        send: ["a", "a", "a", "a", "b", "b", "b", "b"].map((org) => ({
          to: "main",
          data: { engine: "x", org },
        })),
      },
    ],
    expected: [[true, 1, 1]],
  },
  {
    name: "concurrency-shared",
    says: "a limit of the environment's scope is shared by all functions that name its key",
    functions: ({ fn, note, unique }) => {
      let [inside, most, done] = [0, 0, 0];
      const concurrency = { scope: "env", key: `'${unique("shared")}'`, limit: 1 } as const;
      for (const name of ["a", "b"]) {
        fn(name, { concurrency }, async ({ step }) => {
          await step.run("work", async () => {
            inside += 1;
            most = Math.max(most, inside);
            await wait(300);
            inside -= 1;
            done += 1;
            if (done === 4) note(`most ${most}`);
          });
        });
      }
    },
    acts: [{ send: ["a", "b", "a", "b"].map((to) => ({ to })) }],
    expected: ["most 1"],
  },
  {
    name: "concurrency-order",
    says: "of those that stand in line, the first to come is the first to go",
    functions: ({ fn, note }) =>
      fn("main", { concurrency: 1 }, async ({ step, event }) => {
        await step.run("work", async () => {
          note(event.data.n);
          await wait(event.data.n === 0 ? 1_500 : 10);
        });
      }),
    acts: [
      { send: [{ to: "main", data: { n: 0 } }] },
      ...[1, 2, 3, 4].map((n) => ({ after: 1, pauseMs: 100, send: [{ to: "main", data: { n } }] })),
    ],
    expected: [0, 1, 2, 3, 4],
  },
  {
    name: "concurrency-asleep",
    says: "a run that sleeps leaves its place to others",
    functions: ({ fn, note }) =>
      fn("main", { concurrency: 1 }, async ({ step, event }) => {
        await step.run("before", () => note(`before ${event.data.n}`));
        if (event.data.n === 1) await step.sleep("a while", "4s");
        await step.run("after", () => note(`after ${event.data.n}`));
      }),
    acts: [{ send: [{ to: "main", data: { n: 1 } }] }, { after: 1, send: [{ to: "main", data: { n: 2 } }] }],
    expected: ["before 1", "before 2", "after 2", "after 1"],
  },
  {
    name: "priority",
    says: "of those that stand in line, the one with the highest priority goes first",
    functions: ({ fn, note }) => {
      const gate = Promise.withResolvers<void>();
      const options = { concurrency: 1, priority: { run: "event.data.head" } };
      fn("main", options, async ({ step, event }) => {
        await step.run("work", async () => {
          note(event.data.n);
          if (event.data.n === "first") await gate.promise;
        });
      });
      fn("open", {}, () => gate.resolve());
    },
    acts: [
      { send: [{ to: "main", data: { n: "first", head: 0 } }] },
      { after: 1, send: [{ to: "main", data: { n: "low", head: -100 } }] },
      { pauseMs: 100, send: [{ to: "main", data: { n: "usual", head: 0 } }] },
      { pauseMs: 100, send: [{ to: "main", data: { n: "high", head: 100 } }] },
      { pauseMs: 1_500, send: [{ to: "open" }] },
    ],
    expected: ["first", "high", "usual", "low"],
  },
  {
    name: "throttle-spacing",
    says: "a throttle of one every two seconds starts no run sooner, and loses none",
    functions: ({ fn, note }) => {
      let starts = 0;
      fn("main", { throttle: { limit: 1, period: "2s" } }, async ({ step, event }) => {
        await step.run("work", () => {
          const due = Number(event.ts) + starts * 2_000;
          note(Date.now() >= due - 100 ? "in time" : "too early");
          starts += 1;
        });
      });
    },
    acts: [{ send: Array.from({ length: 3 }, () => ({ to: "main" })) }],
    expected: ["in time", "in time", "in time"],
  },
  {
    name: "throttle-limit",
    says: "a throttle of two every six seconds lets two start at once, and the third three seconds later",
    functions: ({ fn, note }) => {
      const starts: number[] = [];
      fn("main", { throttle: { limit: 2, period: "6s" } }, async ({ step }) => {
        await step.run("work", () => {
          starts.push(Date.now());
          if (starts.length === 3) note(gaps(starts).map((gap) => (gap < 2_200 ? "at once" : "later")));
        });
      });
    },
    acts: [{ send: Array.from({ length: 3 }, () => ({ to: "main" })) }],
    expected: [["at once", "later"]],
  },
  {
    name: "throttle-burst",
    says: "a throttle's burst comes on top of its limit, once",
    functions: ({ fn, note }) => {
      const starts: number[] = [];
      fn("main", { throttle: { limit: 1, period: "3s", burst: 2 } }, async ({ step }) => {
        await step.run("work", () => {
          starts.push(Date.now());
          if (starts.length === 4) note(gaps(starts).map((gap) => (gap < 2_200 ? "at once" : "later")));
        });
      });
    },
    acts: [{ send: Array.from({ length: 4 }, () => ({ to: "main" })) }],
    expected: [["at once", "at once", "later"]],
  },
  {
    name: "throttle-key",
    says: "a throttle with a key counts for each value by itself",
    functions: ({ fn, note }) => {
      const order: string[] = [];
      fn("main", { throttle: { key: "event.data.org", limit: 1, period: "3s" } }, async ({ step, event }) => {
        await step.run("work", () => {
          order.push(event.data.org);
          if (order.length === 2) note(order.toSorted());
          if (order.length === 4) note("all");
        });
      });
    },
    acts: [{ send: ["a", "a", "b", "b"].map((org) => ({ to: "main", data: { org } })) }],
    expected: [["a", "b"], "all"],
  },
];

function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}
