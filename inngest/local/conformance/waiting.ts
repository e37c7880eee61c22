import type { ConformanceCase } from "./conformance-case";

/** What a server does between the steps: sleeps, and events that a run waits for. */
export const waiting: readonly ConformanceCase[] = [
  {
    name: "sleep",
    says: "a sleep lasts as long as it says, and nothing before it runs again",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step }) => {
        const from = await step.run("before", () => note("before", Date.now()));
        await step.sleep("a while", "2s");
        await step.run("after", () => note(Date.now() - from >= 1_950 ? "two seconds later" : "too early"));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["before", "two seconds later"],
  },
  {
    name: "sleep-until",
    says: "sleepUntil lasts until the moment; one in the past is over at once",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step }) => {
        await step.sleepUntil("past", new Date(1_000));
        const at = await step.run("now", () => note("now", Date.now() + 2_000));
        await step.sleepUntil("moment", new Date(at));
        await step.run("then", () => note(Date.now() >= at - 50 ? "then" : "too early"));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["now", "then"],
  },
  {
    name: "parallel-sleeps",
    says: "sleeps and steps side by side all end, and what follows them all comes last",
    functions: ({ fn, note }) => {
      let ended = false;
      fn("main", {}, async ({ step }) => {
        const nap = async (seconds: number) => {
          await step.sleep(`sleep ${seconds}`, `${seconds}s`);
          await step.run(`after ${seconds}`, () => note(`after ${seconds}${ended ? ", too late" : ""}`));
        };
        await Promise.all([nap(5), nap(1), step.run("at once", () => note("at once"))]);
        await step.run("end", () => {
          ended = true;
          note("end");
        });
      });
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: ["at once", "after 1", "after 5", "end"],
    anyOrder: true,
  },
  {
    name: "wait-match",
    says: "a wait ends with the first event that matches the run's own, and gives it",
    functions: ({ fn, note, event: name }) =>
      fn("main", {}, async ({ step, event }) => {
        const [answer] = await Promise.all([
          step.waitForEvent("answer", { event: name("answer"), timeout: "20s", match: "data.id" }),
          step.run("ready", () => note("ready")),
        ]);
        await step.run("got", () => note([event.data.id, answer?.name === name("answer"), answer?.data]));
      }),
    acts: [
      { send: [{ to: "main", data: { id: 7 } }] },
      { after: 1, pauseMs: 1_000, send: [{ to: "answer", data: { id: 8, text: "not for us" } }] },
      { pauseMs: 500, send: [{ to: "answer", data: { id: 7, text: "for us" } }] },
      { pauseMs: 500, send: [{ to: "answer", data: { id: 7, text: "too late" } }] },
    ],
    expected: ["ready", [7, true, { id: 7, text: "for us" }]],
  },
  {
    name: "wait-timeout",
    says: "a wait that no event ends gives null when its time is up",
    functions: ({ fn, note, event }) =>
      fn("main", {}, async ({ step }) => {
        const from = await step.run("from", () => Date.now());
        const answer = await step.waitForEvent("never", { event: event("never"), timeout: "2s" });
        await step.run("got", () => note([answer, Date.now() - from >= 1_950]));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [[null, true]],
  },
  {
    name: "wait-if",
    says: "a wait's condition looks at both events",
    functions: ({ fn, note, event }) =>
      fn("main", {}, async ({ step }) => {
        const [answer] = await Promise.all([
          step.waitForEvent("paid", {
            event: event("paid"),
            timeout: "20s",
            if: "event.data.order == async.data.order && async.data.amount >= 100",
          }),
          step.run("ready", () => note("ready")),
        ]);
        await step.run("got", () => note(answer?.data.amount));
      }),
    acts: [
      { send: [{ to: "main", data: { order: "o1" } }] },
      {
        after: 1,
        pauseMs: 1_000,
        send: [
          { to: "paid", data: { order: "o1", amount: 99 } },
          { to: "paid", data: { order: "o2", amount: 500 } },
        ],
      },
      { pauseMs: 500, send: [{ to: "paid", data: { order: "o1", amount: 100 } }] },
    ],
    expected: ["ready", 100],
  },
  {
    name: "wait-if-own",
    says: "a wait's condition may look at the coming event alone",
    functions: ({ fn, note, event }) =>
      fn("main", {}, async ({ step }) => {
        const [answer] = await Promise.all([
          step.waitForEvent("said", { event: event("said"), timeout: "20s", if: "async.data.word == 'yes'" }),
          step.run("ready", () => note("ready")),
        ]);
        await step.run("got", () => note(answer?.data.word));
      }),
    acts: [
      { send: [{ to: "main" }] },
      { after: 1, pauseMs: 1_000, send: [{ to: "said", data: { word: "no" } }] },
      { pauseMs: 500, send: [{ to: "said", data: { word: "yes" } }] },
    ],
    expected: ["ready", "yes"],
  },
  {
    name: "wait-past",
    says: "an event that came before the wait doesn't end it",
    functions: ({ fn, note, event }) =>
      fn("main", {}, async ({ step }) => {
        const answer = await step.waitForEvent("answer", { event: event("answer"), timeout: "3s" });
        await step.run("got", () => note(answer));
      }),
    acts: [{ send: [{ to: "answer" }] }, { pauseMs: 1_500, send: [{ to: "main" }] }],
    expected: [null],
  },
  {
    name: "wait-several",
    says: "one event ends the waits of every run that waits for it",
    functions: ({ fn, note, event: name }) =>
      fn("main", {}, async ({ step, event }) => {
        const [answer] = await Promise.all([
          step.waitForEvent("go", { event: name("go"), timeout: "20s" }),
          step.run("ready", () => note("ready")),
        ]);
        await step.run("got", () => note(`${event.data.n} ${answer?.data.word}`));
      }),
    acts: [
      { send: [1, 2, 3].map((n) => ({ to: "main", data: { n } })) },
      { after: 3, pauseMs: 1_000, send: [{ to: "go", data: { word: "went" } }] },
    ],
    expected: ["ready", "ready", "ready", "1 went", "2 went", "3 went"],
    anyOrder: true,
  },
  {
    name: "wait-parallel",
    says: "two waits of one run are answered each by its own event, in either order",
    functions: ({ fn, note, event }) =>
      fn("main", {}, async ({ step }) => {
        const [first, second] = await Promise.all([
          step.waitForEvent("first", { event: event("first"), timeout: "20s" }),
          step.waitForEvent("second", { event: event("second"), timeout: "20s" }),
          step.run("ready", () => note("ready")),
        ]);
        await step.run("got", () => note([first?.data.n, second?.data.n]));
      }),
    acts: [
      { send: [{ to: "main" }] },
      { after: 1, pauseMs: 1_000, send: [{ to: "second", data: { n: 2 } }] },
      { pauseMs: 500, send: [{ to: "first", data: { n: 1 } }] },
    ],
    expected: ["ready", [1, 2]],
  },
];
