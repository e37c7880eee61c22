import type { ConformanceCase } from "./conformance-case";

/** Steps: memoised, in order, side by side, and what their results look like. */
export const steps: readonly ConformanceCase[] = [
  {
    name: "in-order",
    says: "steps run one after the other, once each, each with the results of those before",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step, event }) => {
        const one = await step.run("one", () => note("one", Number(event.data.n) + 1));
        const two = await step.run("two", () => note("two", one * 2));
        await step.run("three", () => note(`three: ${two}`));
      }),
    acts: [{ send: [{ to: "main", data: { n: 4 } }] }],
    expected: ["one", "two", "three: 10"],
  },
  {
    name: "memoised",
    says: "a step that succeeded isn't run again when a later one is retried",
    functions: ({ fn, note }) =>
      fn("main", { retries: 2 }, async ({ step, attempt }) => {
        const one = await step.run("one", () => note("one", 1));
        await step.run("two", () => {
          note(`two, attempt ${attempt}`);
          if (attempt < 2) throw new Error("not yet");
        });
        await step.run("three", () => note(`three, attempt ${attempt}, ${one}`));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["one", "two, attempt 0", "two, attempt 1", "two, attempt 2", "three, attempt 0, 1"],
  },
  {
    name: "parallel-results",
    says: "parallel steps give their results in the order in which they were asked for",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step }) => {
        const results = await Promise.all(
          [60, 5, 30].map((ms) =>
            step.run(`after ${ms}`, () => new Promise((resolve) => setTimeout(() => resolve(ms), ms))),
          ),
        );
        await step.run("note", () => note(results));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [[60, 5, 30]],
  },
  {
    name: "parallel-at-once",
    says: "parallel steps are under way at the same time: each waits until all three have begun",
    functions: ({ fn, note }) => {
      const gate = Promise.withResolvers<void>();
      let begun = 0;
      fn("main", { retries: 0 }, async ({ step }) => {
        const meet = (name: string) =>
          step.run(name, async () => {
            begun += 1;
            if (begun === 3) gate.resolve();
            await gate.promise;
            note("met");
          });
        await Promise.all([meet("a"), meet("b"), meet("c")]);
        await step.run("after", () => note("all"));
      });
    },
    acts: [{ send: [{ to: "main" }] }],
    expected: ["met", "met", "met", "all"],
  },
  {
    name: "parallel-chains",
    says: "chains of steps go on side by side, and join",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step }) => {
        const chain = async (name: string) => {
          const first = await step.run(`${name} 1`, () => name);
          return step.run(`${name} 2`, () => first + first);
        };
        const joined = await Promise.all([chain("a"), chain("b")]);
        await step.run("join", () => note(joined));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [["aa", "bb"]],
  },
  {
    name: "parallel-many",
    says: "twenty-five parallel steps run once each",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step }) => {
        const ran = await Promise.all(
          Array.from({ length: 25 }, (_, n) => step.run(`step ${n}`, () => note(n, n))),
        );
        await step.run("sum", () => note(`sum ${ran.reduce((a, b) => a + b, 0)}`));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [...Array.from({ length: 25 }, (_, n) => n), "sum 300"],
    anyOrder: true,
  },
  {
    name: "loop-same-id",
    says: "a step id repeated in a loop is a step of its own each time round",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step }) => {
        const got: number[] = [];
        for (let n = 0; n < 4; n += 1) got.push(await step.run("again", () => note(n, n * 10)));
        await step.run("end", () => note(got));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [0, 1, 2, 3, [0, 10, 20, 30]],
  },
  {
    name: "loop-long",
    says: "forty steps in a row run once each, in order",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step }) => {
        for (let n = 0; n < 40; n += 1) await step.run(`step ${n}`, () => note(n));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: Array.from({ length: 40 }, (_, n) => n),
  },
  {
    name: "json-types",
    says: "a step's result comes back as JSON gives it: dates as text, undefined left out, NaN as null",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step }) => {
        const got = await step.run("one", () => ({
          at: new Date(0),
          missing: undefined,
          list: [undefined, Number.NaN, 1.5, -0.25, 1e21],
          nested: { deep: { deeper: [{}, [], "", false, null] } },
          map: new Map([["a", 1]]),
        }));
        await step.run("note", () => note([got, Object.keys(got).toSorted()]));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: [
      [
        {
          at: "1970-01-01T00:00:00.000Z",
          list: [null, null, 1.5, -0.25, 1e21],
          nested: { deep: { deeper: [{}, [], "", false, null] } },
          map: {},
        },
        ["at", "list", "map", "nested"],
      ],
    ],
  },
  {
    name: "no-result",
    says: "a step that gives nothing, null, false, 0 or an empty text is memoised like any other",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step }) => {
        const got: unknown[] = [];
        for (const [name, value] of Object.entries({
          nothing: undefined,
          null: null,
          no: false,
          zero: 0,
          text: "",
        })) {
          got.push((await step.run(name, () => note(name, value))) ?? null);
        }
        await step.run("end", () => note(got));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["nothing", "null", "no", "zero", "text", [null, null, false, 0, ""]],
  },
  {
    name: "unicode",
    says: "text of any script, emoji and control characters survive in events, step names and results",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step, event }) => {
        const got = await step.run("шаг 一 🎈", () => ({
          [event.data.key]: `${event.data.text}\u0001\t\n"\\`,
        }));
        await step.run("end", () => note(got));
      }),
    acts: [{ send: [{ to: "main", data: { key: "ключ 鍵", text: "naïve 🧑‍🚀 ﷽ ‮" } }] }],
    expected: [{ "ключ 鍵": 'naïve 🧑‍🚀 ﷽ ‮\u0001\t\n"\\' }],
  },
  {
    name: "large-results",
    says: "results of a megabyte together, and an event of 200 kB, arrive whole",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step, event }) => {
        const parts: string[] = [];
        for (let n = 0; n < 4; n += 1) parts.push(await step.run("part", () => `${n}`.repeat(250_000)));
        await step.run("end", () => note([event.data.text.length, parts.map((part) => part.length)]));
      }),
    acts: [{ send: [{ to: "main", data: { text: "x".repeat(200_000) } }] }],
    expected: [[200_000, [250_000, 250_000, 250_000, 250_000]]],
  },
  {
    name: "branches",
    says: "a function that branches on a result takes the same branch every time it is called",
    functions: ({ fn, note }) =>
      fn("main", {}, async ({ step }) => {
        const dice = await step.run("throw", () => Math.random());
        const before = await step.run("before", () => dice);
        if (dice === before) await step.run("same", () => note("same"));
        else await step.run("other", () => note("other"));
      }),
    acts: [{ send: [{ to: "main" }] }],
    expected: ["same"],
  },
  {
    name: "no-steps",
    says: "a function without steps is called once",
    functions: ({ fn, note }) => fn("main", {}, ({ event }) => note(event.data)),
    acts: [{ send: [{ to: "main", data: { n: 1 } }] }],
    expected: [{ n: 1 }],
  },
  {
    name: "run-id",
    says: "all calls of a run carry one run id, and no two runs share theirs",
    functions: ({ fn, note }) => {
      const ids: string[] = [];
      fn("main", {}, async ({ step, runId }) => {
        const first = await step.run("one", () => runId);
        await step.run("two", () => {
          ids.push(runId);
          note(first === runId);
          if (ids.length === 2) note(`${new Set(ids).size} runs`);
        });
      });
    },
    acts: [{ send: [{ to: "main" }, { to: "main" }] }],
    expected: [true, true, "2 runs"],
  },
];
