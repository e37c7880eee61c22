import type { ConformanceCase, Kit } from "./conformance-case";

/** Runs that are called off: by an event, or by the clock. */
export const cancelling: readonly ConformanceCase[] = [
  {
    name: "cancel-match",
    says: "cancelOn with a match ends the sleeping run that the event names, and no other",
    functions: ({ fn, note, event: name }) =>
      fn("main", { cancelOn: [{ event: name("stop"), match: "data.id" }] }, async ({ step, event }) => {
        await step.run("before", () => note(`before ${event.data.id}`));
        await step.sleep("a while", "4s");
        await step.run("after", () => note(`after ${event.data.id}`));
      }),
    acts: [
      { send: [1, 2].map((id) => ({ to: "main", data: { id } })) },
      { after: 2, pauseMs: 500, send: [{ to: "stop", data: { id: 1 } }] },
    ],
    expected: ["before 1", "before 2", "after 2"],
    anyOrder: true,
    settleMs: 2_000,
  },
  {
    name: "cancel-if",
    says: "cancelOn's condition looks at both events",
    functions: ({ fn, note, event: name }) => {
      const condition = "event.data.id == async.data.id && async.data.sure == true";
      fn("main", { cancelOn: [{ event: name("stop"), if: condition }] }, async ({ step, event }) => {
        await step.run("before", () => note(`before ${event.data.id}`));
        await step.sleep("a while", "4s");
        await step.run("after", () => note(`after ${event.data.id}`));
      });
    },
    acts: [
      { send: [1, 2].map((id) => ({ to: "main", data: { id } })) },
      {
        after: 2,
        pauseMs: 500,
        send: [
          { to: "stop", data: { id: 1, sure: true } },
          { to: "stop", data: { id: 2, sure: false } },
        ],
      },
    ],
    expected: ["before 1", "before 2", "after 2"],
    anyOrder: true,
    settleMs: 2_000,
  },
  {
    name: "cancel-told",
    says: "inngest/function.cancelled tells of a cancelled run, and onFailure isn't called",
    functions: ({ fn, note, event: name, id }) => {
      fn(
        "main",
        { cancelOn: [{ event: name("stop") }], onFailure: () => note("onFailure") },
        async ({ step }) => {
          await step.run("before", () => note("before"));
          await step.sleep("long", "1h");
        },
      );
      const triggers = [
        { event: "inngest/function.cancelled", if: `event.data.function_id == '${id("main")}'` },
      ];
      fn("listener", { triggers }, ({ event }) => note(event.data.event.data));
    },
    acts: [{ send: [{ to: "main", data: { n: 1 } }] }, { after: 1, pauseMs: 500, send: [{ to: "stop" }] }],
    expected: ["before", { n: 1 }],
    settleMs: 1_500,
  },
  {
    name: "cancel-error",
    says: 'inngest/function.cancelled carries the error "function cancelled"',
    functions: (kit) => cancelled(kit, "inngest/function.cancelled", ({ error }) => error?.message),
    acts: [{ send: [{ to: "main" }] }, { after: 1, pauseMs: 500, send: [{ to: "stop" }] }],
    expected: ["before", "function cancelled"],
  },
  {
    name: "cancel-finished",
    says: "inngest/function.finished tells of a cancelled run too, with its status",
    functions: (kit) => cancelled(kit, "inngest/function.finished", ({ _inngest }) => _inngest?.status),
    acts: [{ send: [{ to: "main" }] }, { after: 1, pauseMs: 500, send: [{ to: "stop" }] }],
    expected: ["before", "Cancelled"],
  },
  {
    name: "cancel-waiting",
    says: "a run that waits for an event can be cancelled; the event then changes nothing",
    functions: ({ fn, note, event: name }) =>
      fn("main", { cancelOn: [{ event: name("stop") }] }, async ({ step }) => {
        await step.run("before", () => note("before"));
        const answer = await step.waitForEvent("answer", { event: name("answer"), timeout: "3s" });
        await step.run("after", () => note(answer));
      }),
    acts: [
      { send: [{ to: "main" }] },
      { after: 1, pauseMs: 700, send: [{ to: "stop" }] },
      { pauseMs: 500, send: [{ to: "answer" }] },
    ],
    expected: ["before"],
    settleMs: 3_500,
  },
  {
    name: "cancel-in-line",
    says: "a run that stands in line for a slot can be cancelled before it starts",
    functions: ({ fn, note, event: name }) => {
      const gate = Promise.withResolvers<void>();
      const options = { concurrency: 1, cancelOn: [{ event: name("stop"), match: "data.n" }] };
      fn("main", options, async ({ step, event }) => {
        await step.run("work", async () => {
          note(event.data.n);
          if (event.data.n === 1) await gate.promise;
        });
      });
      fn("open", {}, () => gate.resolve());
    },
    acts: [
      { send: [{ to: "main", data: { n: 1 } }] },
      { after: 1, send: [2, 3].map((n) => ({ to: "main", data: { n } })) },
      { pauseMs: 1_000, send: [{ to: "stop", data: { n: 2 } }] },
      { pauseMs: 1_000, send: [{ to: "open" }] },
    ],
    expected: [1, 3],
    settleMs: 1_000,
  },
  {
    name: "cancel-active",
    says: "a step that is under way runs to its end, and the run ends after it",
    functions: ({ fn, note, event: name }) => {
      const gate = Promise.withResolvers<void>();
      fn("main", { cancelOn: [{ event: name("stop") }] }, async ({ step }) => {
        await step.run("work", async () => {
          note("begun");
          await gate.promise;
          note("done");
        });
        await step.run("after", () => note("after"));
      });
      fn("open", {}, () => gate.resolve());
    },
    acts: [
      { send: [{ to: "main" }] },
      { after: 1, pauseMs: 500, send: [{ to: "stop" }] },
      { pauseMs: 1_000, send: [{ to: "open" }] },
    ],
    expected: ["begun", "done"],
    settleMs: 1_500,
  },
  {
    name: "cancel-invoked",
    says: "the cancellation of an invoked run rejects the step that invoked it",
    functions: ({ fn, note, event: name }) => {
      const child = fn("child", { cancelOn: [{ event: name("stop") }] }, async ({ step }) => {
        await step.run("begun", () => note("begun"));
        await step.sleep("long", "1h");
      });
      fn("main", { retries: 0 }, async ({ step }) => {
        const outcome = await step.invoke("child", { function: child, data: {} }).then(
          () => "a result",
          () => "an error",
        );
        await step.run("note", () => note(outcome));
      });
    },
    acts: [{ send: [{ to: "main" }] }, { after: 1, pauseMs: 700, send: [{ to: "stop" }] }],
    expected: ["begun", "an error"],
  },
  {
    name: "timeout-start",
    says: "timeouts.start ends a run that stood in line for longer; one that has started is left alone",
    functions: ({ fn, note, event: name }) => {
      const gate = Promise.withResolvers<void>();
      const options = { concurrency: 1, timeouts: { start: "6s" } } as const;
      fn("main", options, async ({ step, event }) => {
        await step.run("work", async () => {
          note(event.data.n);
          if (event.data.n === 1) await gate.promise;
        });
        await step.run("end", () => note(`end ${event.data.n}`));
      });
      fn("open", { triggers: [{ event: name("open") }] }, () => gate.resolve());
    },
    acts: [
      { send: [{ to: "main", data: { n: 1 } }] },
      { after: 1, send: [{ to: "main", data: { n: 2 } }] },
      { pauseMs: 9_000, send: [{ to: "open" }] },
    ],
    expected: [1, "end 1"],
    settleMs: 1_500,
  },
  {
    name: "timeout-finish",
    says: "timeouts.finish ends a run that takes longer, with inngest/function.cancelled",
    functions: ({ fn, note, id }) => {
      fn("main", { timeouts: { finish: "2s" } }, async ({ step }) => {
        await step.run("before", () => note("before"));
        await step.sleep("too long", "5s");
        await step.run("after", () => note("after"));
      });
      const triggers = [
        { event: "inngest/function.cancelled", if: `event.data.function_id == '${id("main")}'` },
      ];
      fn("listener", { triggers }, () => note("cancelled"));
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: ["before", "cancelled"],
    settleMs: 4_000,
  },
  {
    name: "timeout-kept",
    says: "a run that is done before timeouts.finish isn't touched",
    functions: ({ fn, note }) =>
      fn("main", { timeouts: { start: "30s", finish: "20s" } }, async ({ step }) => {
        await step.sleep("short", "1s");
        await step.run("after", () => note("after"));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["after"],
  },
];

interface EndData {
  readonly error?: { readonly message: string };
  readonly _inngest?: { readonly status: string };
}

/** A run that sleeps until it is cancelled, and a function that notes what the event `told` says of its end. */
function cancelled(
  { fn, note, event: name, id }: Kit,
  told: string,
  seen: (data: EndData) => string | undefined,
): void {
  fn("main", { cancelOn: [{ event: name("stop") }] }, async ({ step }) => {
    await step.run("before", () => note("before"));
    await step.sleep("long", "1h");
  });
  const triggers = [{ event: told, if: `event.data.function_id == '${id("main")}'` }];
  fn("listener", { triggers }, ({ event }) => note(seen(event.data)));
}
