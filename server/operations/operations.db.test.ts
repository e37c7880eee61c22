import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addOperator, removeOperator } from "@/db/operators";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { openDeadLetters } from "@/inngest/local/open-dead-letters";
import { silent, startTestRuntime, testClient } from "@/inngest/local/testing/start-test-runtime";
import { makeUser } from "@/server/accounts";
import { unwrap } from "@/server/kernel/result";
import {
  countDeadLetters,
  dropDeadLetter,
  enterOperations,
  getDeadLetter,
  listDeadLetters,
  retryDeadLetter,
  retryDeadLetters,
  useDeadLetters,
} from "@/server/operations";
import { createOrg } from "@/server/orgs";

const database = testDatabase();
const { inspect, urls } = database;

let opened: Awaited<ReturnType<typeof openDeadLetters>>;
beforeAll(async () => {
  opened = await openDeadLetters(urls.queue, silent);
  useDeadLetters(opened);
});
afterAll(() => opened.close());

async function newOperator(name: string) {
  const email = `${name}@example.com`;
  const userId = unwrap(await makeUser({ email, name }));
  expect(await addOperator(urls.owner, email)).toBe("added");
  return unwrap(await enterOperations(userId, `request-of-${name}`));
}

/** A job that fails at its second step until it is mended, and what it did. */
async function startBroken(id: string) {
  const client = testClient();
  const state = { broken: true, ran: [] as string[] };
  const fn = client.createFunction({ id, retries: 0, triggers: [{ event: id }] }, async ({ step, event }) => {
    await step.run("look it up", () => {
      state.ran.push(`look ${event.data.n}`);
      return { found: event.data.n };
    });
    await step.run("write it down", () => {
      state.ran.push(`write ${event.data.n}`);
      if (state.broken) throw new RangeError(`no room for ${event.data.n}`);
    });
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  const fail = async (...data: object[]) => {
    await client.send(data.map((each) => ({ name: id, data: each })));
    await runtime.idle();
    const { letters } = await opened.list({ functionId: `test-${id}`, limit: 1_000 });
    return letters.map(({ runId }) => runId);
  };
  return { runtime, state, fail, functionId: `test-${id}` };
}

const interventionsOf = (letterId: string) =>
  inspect("select action, done_by from local_runtime.interventions where run_id = $1 order by id", [
    letterId,
  ]);
const auditOf = (letterId: string) =>
  inspect("select org_id, actor, action, subject_type, request_id from ops.audit_log where subject_id = $1", [
    letterId,
  ]);

describe("operators", () => {
  test("a person is let in from the grant on, and no longer than until its end", async () => {
    const email = "hired@example.com";
    const userId = unwrap(await makeUser({ email, name: "Hired" }));
    const enter = () => enterOperations(userId, "request-1");
    expect(await enter()).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await addOperator(urls.owner, " Hired@Example.com ")).toBe("added");
    expect(await addOperator(urls.owner, email)).toBe("unchanged");
    expect(await enter()).toMatchObject({ ok: true, value: { userId } });
    expect(await removeOperator(urls.owner, email)).toBe("removed");
    expect(await removeOperator(urls.owner, email)).toBe("unchanged");
    expect(await enter()).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await addOperator(urls.owner, "nobody@example.com")).toBe("no such person");
  });

  test("the app's own role can neither make nor unmake one, whatever it runs", async () => {
    const { userId } = await newOperator("fixed");
    const stranger = unwrap(await makeUser({ email: "climber@example.com", name: "Climber" }));
    const connection = await database.openAs("app", 1).connect();
    const run = (sql: string, values: unknown[]) => connection.query(sql, values);
    try {
      for (const [sql, values] of [
        ["insert into identity.operator (user_id) values ($1)", [stranger]],
        ["update identity.operator set user_id = $1", [stranger]],
        ["update identity.operator set since = now() where user_id = $1", [userId]],
        ["delete from identity.operator where user_id = $1", [userId]],
        [`update identity."user" set id = $1 where id = $2`, [randomUUID(), userId]],
        [`delete from identity."user" where id = $1`, [userId]],
      ] as const) {
        await expect(run(sql, [...values]), sql).rejects.toThrow(/permission denied|violates foreign key/);
      }
      await expect(addOperator(urls.app, "climber@example.com")).rejects.toThrow(/permission denied/);
    } finally {
      connection.release();
    }
    expect(await inspect("select 1 from identity.operator where user_id = $1", [userId])).toHaveLength(1);
  });
});

describe("reading dead letters", () => {
  test("a letter is listed with its error and the org and run that it belongs to", async () => {
    const ada = await newOperator("lister");
    const { orgId, slug } = unwrap(
      await createOrg({ name: "Told" }, { kind: "system", job: "test" }, "test"),
    );
    const { fail, functionId } = await startBroken("listed");
    const runId = randomUUID();
    await fail({ n: 1 }, { n: 2, orgId, runId }, { n: 3, orgId: randomUUID() });
    const { letters, next } = unwrap(await listDeadLetters(ada, { functionId }));
    expect(next).toBeNull();
    expect(letters.map(({ error }) => error.message.text)).toEqual(
      expect.arrayContaining(["no room for 1", "no room for 2", "no room for 3"]),
    );
    const about = letters.map(({ subject }) => subject);
    expect(about).toContainEqual({ orgId, orgSlug: slug, runId });
    expect(about).toContainEqual(null);
    expect(about).toContainEqual(expect.objectContaining({ orgSlug: null, runId: null }));
    expect(unwrap(await countDeadLetters(ada))).toContainEqual({ functionId, letters: 3 });
  });

  test("one letter tells its event, its steps with their results, and its error as text", async () => {
    const ada = await newOperator("reader");
    const { fail } = await startBroken("read");
    const [letterId = ""] = await fail({ n: "<b>\u202E7</b>" });
    const { letter, interventions } = unwrap(await getDeadLetter(ada, { letterId }));
    expect(letter?.error.message.text).toBe("no room for <b>\uFFFD7</b>");
    expect(letter?.event.text).toContain('"n": "<b>\uFFFD7</b>"');
    expect(letter?.steps).toMatchObject([
      { name: "look it up", state: "succeeded", body: { text: expect.stringContaining('"found"') } },
      {
        name: "write it down",
        state: "failed",
        body: { text: expect.stringMatching(/^RangeError: no room/) },
      },
    ]);
    expect(interventions).toEqual([]);
  });

  test.each([
    { after: "yesterday" },
    { after: "2026-99-99 12:00:00+00~1" },
    { after: "2026-11-22 12:00:00+00~1; drop table x" },
    { functionId: "" },
  ])("a place in the list that can't be is refused in words: %j", async (input) => {
    const { userId } = await newOperator(`typist-${JSON.stringify(input).length}`);
    const ada = unwrap(await enterOperations(userId, "request-1"));
    expect(await listDeadLetters(ada, input)).toMatchObject({ ok: false, error: { code: "invalid_input" } });
  });

  test("where another server runs the jobs there are none to read, and none to handle", async () => {
    const ada = await newOperator("elsewhere");
    useDeadLetters(null);
    try {
      expect(unwrap(await countDeadLetters(ada))).toBeNull();
      const refused = { ok: false, error: { code: "conflict" } };
      const letterId = randomUUID();
      expect(await listDeadLetters(ada, {})).toMatchObject(refused);
      for (const verb of [getDeadLetter, retryDeadLetter, dropDeadLetter])
        expect(await verb(ada, { letterId }), verb.name).toMatchObject(refused);
      expect(await retryDeadLetters(ada, { functionId: "x" })).toMatchObject(refused);
    } finally {
      useDeadLetters(opened);
    }
  });
});

describe("handling dead letters", () => {
  test("a retry goes on from the memoised steps, and both records say who asked for it", async () => {
    const ada = await newOperator("retrier");
    const { orgId } = unwrap(await createOrg({ name: "Retried" }, { kind: "system", job: "test" }, "test"));
    const { runtime, state, fail } = await startBroken("retried");
    const [letterId = ""] = await fail({ n: 1, orgId });
    state.broken = false;
    unwrap(await retryDeadLetter(ada, { letterId }));
    await runtime.idle();
    expect(state.ran).toEqual(["look 1", "write 1", "write 1"]);
    expect(await interventionsOf(letterId)).toEqual([{ action: "retried", done_by: `user:${ada.userId}` }]);
    expect(await auditOf(letterId)).toEqual([
      {
        org_id: orgId,
        actor: `operator:${ada.userId}`,
        action: "dead_letter.retry",
        subject_type: "job",
        request_id: "request-of-retrier",
      },
    ]);
    expect(unwrap(await getDeadLetter(ada, { letterId }))).toMatchObject({
      letter: null,
      interventions: [{ action: "retried", by: "retrier" }],
    });
  });

  test("a drop deletes the event and the steps; who did it stays in both records", async () => {
    const ada = await newOperator("dropper");
    const { orgId } = unwrap(await createOrg({ name: "Dropped" }, { kind: "system", job: "test" }, "test"));
    const { fail, state, runtime } = await startBroken("dropped");
    const [letterId = ""] = await fail({ n: 1, orgId });
    state.broken = false;
    unwrap(await dropDeadLetter(ada, { letterId }));
    await runtime.idle();
    expect(state.ran).toEqual(["look 1", "write 1"]);
    for (const table of ["runs where id", "steps where run_id"])
      expect(await inspect(`select 1 from local_runtime.${table} = $1`, [letterId]), table).toEqual([]);
    expect(await interventionsOf(letterId)).toEqual([{ action: "dropped", done_by: `user:${ada.userId}` }]);
    expect(await auditOf(letterId)).toMatchObject([{ org_id: orgId, action: "dead_letter.drop" }]);
  });

  test("a letter of no org, or of one that isn't there, is on the runtime's record alone", async () => {
    const ada = await newOperator("orgless");
    const { fail } = await startBroken("orgless");
    const letterIds = await fail({ n: 1 }, { n: 2, orgId: randomUUID() });
    expect(letterIds).toHaveLength(2);
    for (const letterId of letterIds) {
      unwrap(await dropDeadLetter(ada, { letterId }));
      expect(await interventionsOf(letterId)).toHaveLength(1);
      expect(await auditOf(letterId)).toEqual([]);
    }
  });

  test("of operators who press at the same moment one has the effect, and the others are told by whom", async () => {
    const rounds = slice(4, 40);
    const people = await Promise.all(["p1", "p2", "p3", "p4"].map(newOperator));
    const { runtime, state, fail } = await startBroken("raced");
    let told = 0;
    for (let round = 0; round < rounds; round += 1) {
      state.broken = true;
      const [letterId = ""] = await fail({ n: round });
      state.broken = false;
      const verbs = [retryDeadLetter, dropDeadLetter, retryDeadLetter, dropDeadLetter];
      const results = await Promise.all(
        people.map((person, index) => (verbs[(index + round) % 4] ?? retryDeadLetter)(person, { letterId })),
      );
      await runtime.idle();
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      for (const result of results) {
        if (result.ok) continue;
        expect(result.error.message).toMatch(
          /^Handled meanwhile: p\d has (retried|dropped) this dead letter\.$/,
        );
        told += 1;
      }
      const [done, ...more] = await interventionsOf(letterId);
      expect(more).toEqual([]);
      const ran = state.ran.filter((step) => step === `write ${round}`).length;
      expect(ran).toBe(done?.action === "retried" ? 2 : 1);
    }
    expect(told).toBe(rounds * 3);
    report(
      "runtime",
      `${rounds} dead letters, each handled by 4 operators at once: 1 effect each, ${told} refused by name`,
    );
  });

  test("control: who looks first and acts after acts several times, and the count above sees it", async () => {
    const { fail } = await startBroken("careless");
    const [letterId = ""] = await fail({ n: 1 });
    const act = async () => {
      const found = await inspect(
        "select function_id from local_runtime.runs where id = $1 and status = 'failed'",
        [letterId],
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
      for (const { function_id } of found)
        await inspect(
          "insert into local_runtime.interventions (run_id, function_id, action, done_by) values ($1, $2, 'retried', 'x')",
          [letterId, function_id],
        );
    };
    await Promise.all([act(), act()]);
    expect(await interventionsOf(letterId)).toHaveLength(2);
  });

  test("a retry of all of a function's goes through them in bounded requests, each letter once, though they fail again", async () => {
    const letters = slice(45, 500);
    const ada = await newOperator("bulk");
    const other = await startBroken("untouched");
    const [spared = ""] = await other.fail({ n: 1 });
    await other.runtime.stop();
    const { runtime, state, fail, functionId } = await startBroken("bulk");
    await fail(...Array.from({ length: letters }, (_, n) => ({ n })));
    let [requests, retried] = [0, 0];
    let after: string | null | undefined;
    while (after !== null) {
      const page = unwrap(await retryDeadLetters(ada, { functionId, ...(after && { after }) }));
      expect(page.retried).toBeLessThanOrEqual(20);
      // They come back as the latest while later requests are still on their way.
      await runtime.idle();
      [requests, retried, after] = [requests + 1, retried + page.retried, page.next];
    }
    expect(retried).toBe(letters);
    expect(requests).toBe(Math.ceil(letters / 20));
    for (let n = 0; n < letters; n += 1)
      expect(
        ["look", "write"].map((verb) => state.ran.filter((step) => step === `${verb} ${n}`).length),
        `letter ${n}`,
      ).toEqual([1, 2]);
    expect((await opened.read(spared))?.interventions).toEqual([]);
    report(
      "runtime",
      `${letters} dead letters of one function retried in ${requests} requests: each once, though all failed again`,
    );
  });
});
