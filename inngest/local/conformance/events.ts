import type { ConformanceCase } from "./conformance-case";

/** Events: who is started by them, how often, and what a function is told of them. */
export const events: readonly ConformanceCase[] = [
  {
    name: "fan-out",
    says: "one event starts every function that listens to it, once",
    functions: ({ fn, note, event }) => {
      for (const name of ["a", "b", "c"]) {
        fn(name, { triggers: [{ event: event("all") }] }, () => note(name));
      }
    },
    acts: [{ send: [{ to: "all" }] }],
    expected: ["a", "b", "c"],
    anyOrder: true,
  },
  {
    name: "several-triggers",
    says: "a function with several triggers is started by each of them",
    functions: ({ fn, note, event }) =>
      fn("main", { triggers: [{ event: event("a") }, { event: event("b") }] }, (input) =>
        note(input.event.data),
      ),
    acts: [
      {
        send: [
          { to: "a", data: { n: 1 } },
          { to: "b", data: { n: 2 } },
        ],
      },
    ],
    expected: [{ n: 1 }, { n: 2 }],
    anyOrder: true,
  },
  {
    name: "trigger-if",
    says: "a trigger's condition decides which events start the function",
    functions: ({ fn, note, event }) =>
      fn("main", { triggers: [{ event: event("main"), if: "event.data.kind == 'good'" }] }, (input) =>
        note(input.event.data.n),
      ),
    acts: [
      {
        send: [
          { to: "main", data: { kind: "bad", n: 1 } },
          { to: "main", data: { kind: "good", n: 2 } },
          { to: "main", data: { n: 3 } },
        ],
      },
    ],
    expected: [2],
  },
  {
    name: "trigger-if-number",
    says: "a trigger's condition can compare numbers",
    functions: ({ fn, note, event }) => {
      const condition = "event.data.n > 3 && event.data.n <= 5";
      fn("main", { triggers: [{ event: event("main"), if: condition }] }, (input) =>
        note(input.event.data.n),
      );
    },
    acts: [{ send: [3, 4, 5, 6].map((n) => ({ to: "main", data: { n } })) }],
    expected: [4, 5],
    anyOrder: true,
  },
  {
    name: "event-fields",
    says: "a function sees its event's name, id, time and data",
    functions: ({ fn, note, event: name, unique }) =>
      fn("main", {}, ({ event, events }) => {
        const fresh = Math.abs(Date.now() - (event.ts ?? 0)) < 30_000;
        note([event.name === name("main"), event.id === unique("own-id"), fresh, event.data, events.length]);
      }),
    acts: [{ send: [{ to: "main", id: "own-id", data: { n: 1 } }] }],
    expected: [[true, true, true, { n: 1 }, 1]],
  },
  {
    name: "event-id-once",
    says: "an event id that was seen before starts nothing, in one send or over two",
    functions: ({ fn, note }) => fn("main", {}, ({ event }) => note(event.data.which)),
    acts: [
      {
        send: [
          { to: "main", id: "same", data: { which: "one of the same" } },
          { to: "main", id: "same", data: { which: "one of the same" } },
          { to: "main", id: "other", data: { which: "the other" } },
        ],
      },
      { after: 2, pauseMs: 300, send: [{ to: "main", id: "same", data: { which: "a later one" } }] },
    ],
    expected: ["one of the same", "the other"],
    anyOrder: true,
  },
  {
    name: "idempotency",
    says: "a function's idempotency key starts it once for each value",
    functions: ({ fn, note }) =>
      fn("main", { idempotency: "event.data.order" }, ({ event }) => note(event.data.order)),
    acts: [
      { send: ["a", "b"].map((order) => ({ to: "main", data: { order } })) },
      { after: 2, send: ["a", "b", "c"].map((order) => ({ to: "main", data: { order } })) },
    ],
    expected: ["a", "b", "c"],
    anyOrder: true,
  },
  {
    name: "batch",
    says: "a hundred events of one send start a hundred runs",
    functions: ({ fn, note }) => {
      const seen = new Set<number>();
      fn("main", {}, ({ event }) => {
        seen.add(event.data.n);
        if (seen.size === 100) note("all hundred");
      });
    },
    acts: [{ send: Array.from({ length: 100 }, (_, n) => ({ to: "main", data: { n } })) }],
    expected: ["all hundred"],
  },
  {
    name: "send-from-step",
    says: "events sent by a step are sent once, whatever comes after it, and their ids are given back",
    functions: ({ fn, note, event }) => {
      fn("main", { retries: 1 }, async ({ step, attempt }) => {
        const { ids } = await step.sendEvent("send", [
          { name: event("leaf"), data: { n: 1 } },
          { name: event("leaf"), data: { n: 2 } },
        ]);
        await step.run("fail once", () => {
          if (attempt === 0) throw new Error("after the send");
        });
        await step.run("end", () => note(`${ids.length} ids`));
      });
      fn("leaf", {}, (input) => note(input.event.data.n));
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: [1, 2, "2 ids"],
    anyOrder: true,
  },
  {
    name: "future",
    says: "an event dated five seconds ahead starts its run not before then",
    functions: ({ fn, note }) =>
      fn("main", {}, ({ event }) => {
        const early = (event.ts ?? 0) - Date.now() > 250;
        note(`${event.data.when}${early ? ", too early" : ""}`);
      }),
    acts: [
      {
        send: [
          { to: "main", aheadMs: 5_000, data: { when: "later" } },
          { to: "main", data: { when: "now" } },
        ],
      },
    ],
    expected: ["now", "later"],
    anyOrder: true,
  },
  {
    name: "cron",
    says: "a cron starts a function by itself, once a tick, with an event of its own",
    functions: ({ fn, note }) =>
      fn("main", { triggers: [{ cron: "* * * * *" }] }, ({ event }) => note(event.name)),
    acts: [],
    expected: ["inngest/scheduled.timer"],
    limitMs: 70_000,
  },
];
