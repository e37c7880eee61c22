import { newSigningKey, signatureHeader } from "../signature";
import type { ConformanceCase } from "./conformance-case";
import type { RecordedCall, ServedApp } from "./served-app";

/** What goes over HTTP, looked at from both ends. */
export const protocol: readonly ConformanceCase[] = [
  {
    name: "call-body",
    says: "a call carries the event, the run, the attempt, and the memoised steps with their order",
    functions: ({ fn, note }) =>
      fn("main", { checkpointing: false }, async ({ step }) => {
        await step.run("one", () => 1);
        await step.run("two", () => note("ran", 2));
      }),
    acts: [
      { send: [{ to: "main", data: { n: 1 } }] },
      {
        after: 1,
        pauseMs: 1_000,
        request: async (app, { note, id }) => {
          const bodies = callsOf(app, id("main")).map(({ body }) => JSON.parse(body));
          const last = bodies.at(-1);
          note([
            new Set(bodies.map(({ ctx }) => ctx.run_id)).size,
            bodies.every(({ ctx }) => ctx.attempt === 0 && ctx.stack.stack.length === ctx.stack.current),
            last.event.data,
            last.events.length,
            Object.keys(last.steps).length,
            last.ctx.stack.stack.length,
          ]);
        },
      },
    ],
    expected: ["ran", [1, true, { n: 1 }, 1, 2, 2]],
  },
  {
    name: "call-replayed",
    says: "the same call made again gets the same answer, and runs no memoised step again",
    functions: ({ fn, note }) =>
      fn("main", { checkpointing: false }, async ({ step }) => {
        const one = await step.run("one", () => note("one", 1));
        return step.run("two", () => note("two", one + 1));
      }),
    acts: [
      { send: [{ to: "main" }] },
      {
        after: 2,
        pauseMs: 1_000,
        request: async (app, { note, id }) => {
          const last = callsOf(app, id("main")).at(-1);
          if (!last) return note("no call");
          const answers = [await repeat(last), await repeat(last)];
          note(answers);
        },
      },
    ],
    expected: ["one", "two", ["200 2", "200 2"]],
  },
  {
    name: "unsigned-refused",
    says: "the functions' endpoint refuses a call without a signature, and runs nothing",
    needsKeys: true,
    functions: ({ fn, note }) => fn("main", {}, () => note("ran")),
    acts: [{ request: async (app, { note, id }) => note(await callAs(app, id("main"), null)) }],
    expected: [401],
  },
  {
    name: "wrong-signature-refused",
    says: "it refuses a call that is signed with another key",
    needsKeys: true,
    functions: ({ fn, note }) => fn("main", {}, () => note("ran")),
    acts: [
      {
        request: async (app, { note, id }) => {
          note(await callAs(app, id("main"), newSigningKey()));
        },
      },
    ],
    expected: [401],
  },
  {
    name: "unknown-function",
    says: "a signed call to a function that isn't there is refused",
    needsKeys: true,
    functions: ({ fn, note }) => fn("main", {}, () => note("ran")),
    acts: [
      {
        request: async (app, { note }) => {
          note((await callAs(app, "no-such-function", app.server.signingKey)) >= 400);
        },
      },
    ],
    expected: [true],
  },
  {
    name: "event-key-refused",
    says: "events under another event key are refused",
    needsKeys: true,
    functions: ({ fn, note }) => fn("main", {}, () => note("ran")),
    acts: [
      {
        request: async ({ server }, { note, event }) => {
          const body = JSON.stringify({ name: event("main"), data: {} });
          const answer = await fetch(`${server.url}/e/another-key`, { method: "POST", body });
          note(answer.status);
        },
      },
    ],
    expected: [401],
    settleMs: 1_500,
  },
  {
    name: "registration-refused",
    says: "functions are registered under the signing key only",
    needsKeys: true,
    functions: ({ fn, note }) => fn("main", {}, () => note("ran")),
    acts: [
      {
        request: async ({ server, url }, { note }) => {
          const body = JSON.stringify({ url, appName: "stranger", functions: [], v: "0.1", sdk: "js:v4" });
          const headers = { "content-type": "application/json" };
          const answer = await fetch(`${server.url}/fn/register`, { method: "POST", headers, body });
          note(answer.status);
        },
      },
    ],
    expected: [401],
  },
  {
    name: "not-events",
    says: "what isn't JSON, or an event without a name, is refused with 400",
    functions: ({ fn, note }) => fn("main", {}, () => note("ran")),
    acts: [
      {
        request: async ({ server }, { note }) => {
          for (const body of ["{", '{"data":{}}']) {
            const answer = await fetch(`${server.url}/e/${server.eventKey}`, { method: "POST", body });
            note(answer.status);
          }
        },
      },
    ],
    expected: [400, 400],
  },
  {
    name: "send-answer",
    says: "a send is answered with 200 and an id for each event",
    functions: ({ fn, note }) => fn("main", {}, ({ event }) => note(event.data.n)),
    acts: [
      {
        request: async ({ server }, { note, event }) => {
          const body = JSON.stringify([1, 2].map((n) => ({ name: event("main"), data: { n } })));
          const answer = await fetch(`${server.url}/e/${server.eventKey}`, { method: "POST", body });
          const { ids, status } = await answer.json();
          note([answer.status, status, new Set(ids).size]);
        },
      },
    ],
    expected: [[200, 200, 2], 1, 2],
    anyOrder: true,
  },
  {
    name: "send-repeated",
    says: "a send repeated with the same seed, as the SDK does after a lost answer, starts nothing twice",
    functions: ({ fn, note }) => fn("main", {}, ({ event }) => note(event.data.n)),
    acts: [
      {
        request: async ({ server }, { note, event, unique }) => {
          const body = JSON.stringify([1, 2].map((n) => ({ name: event("main"), data: { n } })));
          const seed = `${Date.now()},${Buffer.from(unique("seed")).subarray(0, 10).toString("base64")}`;
          const headers = { "x-inngest-event-id-seed": seed };
          const url = `${server.url}/e/${server.eventKey}`;
          const answers = [];
          for (let n = 0; n < 2; n += 1) {
            answers.push(await (await fetch(url, { method: "POST", headers, body })).json());
          }
          note(JSON.stringify(answers[0].ids) === JSON.stringify(answers[1].ids));
        },
      },
    ],
    expected: [true, 1, 2],
    anyOrder: true,
    settleMs: 1_500,
  },
  {
    name: "registered-again",
    says: "an app that registers a second time is taken in, and its functions still start once",
    functions: ({ fn, note }) => fn("main", {}, () => note("ran")),
    acts: [
      { request: async (app, { note }) => note((await app.register()).status) },
      { pauseMs: 300, send: [{ to: "main" }] },
    ],
    expected: [200, "ran"],
    settleMs: 1_500,
  },
];

function callsOf(app: ServedApp, functionId: string): RecordedCall[] {
  return app.calls.filter((call) => call.functionId === functionId);
}

async function repeat({ url, headers, body }: RecordedCall): Promise<string> {
  const answer = await fetch(url, { method: "POST", headers, body });
  return `${answer.status} ${await answer.text()}`;
}

/** The status that a call to a function gets, signed with `signingKey`, or not at all. */
async function callAs(app: ServedApp, functionId: string, signingKey: string | null): Promise<number> {
  const context = '{"attempt":0,"fn_id":"x","run_id":"r","stack":{"current":0,"stack":[]}}';
  const event = '{"data":{},"id":"e","name":"x","ts":1}';
  const body = `{"ctx":${context},"event":${event},"events":[${event}],"steps":{},"version":2}`;
  const signature = signingKey && signatureHeader(body, signingKey, Math.floor(Date.now() / 1000));
  const answer = await fetch(`${app.url}?fnId=${functionId}&stepId=step`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(signature && { "x-inngest-signature": signature }) },
    body,
  });
  await answer.text();
  return answer.status;
}
