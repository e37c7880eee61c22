import { expect, test, vi } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { endSessions, makeUser, readSession, redeemSignInLink, requestSignInLink } from "@/server/accounts";
import { unwrap } from "@/server/kernel/result";

const { inspect } = testDatabase({ max: 16 });

let visitors = 0;
const newIp = () => {
  visitors += 1;
  return `192.0.2.${visitors}`;
};

/** The token of the link that was mailed to that address last. */
async function tokenFor(email: string): Promise<string> {
  await inspect("delete from identity.unsent_mail where recipient = $1", [email]);
  unwrap(await requestSignInLink({ email }, newIp()));
  return vi.waitFor(async () => {
    const [mail] = await inspect(
      "select text from identity.unsent_mail where recipient = $1 order by id desc limit 1",
      [email],
    );
    const [, token] = /token=([\w-]+)/.exec(String(mail?.text)) ?? [];
    if (token === undefined) throw new Error("no mail yet");
    return token;
  });
}

test("one of sixteen who redeem a link at once is signed in, and nobody after them", async () => {
  const token = await tokenFor("raced@example.com");
  const answers = await Promise.all(Array.from({ length: 16 }, () => redeemSignInLink({ token })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await redeemSignInLink({ token })).toMatchObject({ ok: false, error: { code: "conflict" } });
  expect(
    await inspect(`select count(*)::int from identity."user" where email = 'raced@example.com'`),
  ).toEqual([{ count: 1 }]);
});

test("a known and an unknown address get the same answer, the same mail, and the same rows", async () => {
  unwrap(await makeUser({ email: "known@example.com", name: "Known" }));
  const answers = [];
  for (const email of ["known@example.com", "nobody@example.com"])
    answers.push(await requestSignInLink({ email }, newIp()));
  expect(answers[0]).toEqual(answers[1]);
  const rows = await vi.waitFor(async () => {
    const found = await inspect(
      `select subject, regexp_replace(text, 'token=[\\w-]+', '') as text from identity.unsent_mail
       where recipient in ('known@example.com', 'nobody@example.com')`,
    );
    expect(found).toHaveLength(2);
    return found;
  });
  expect(rows[0]).toEqual(rows[1]);
  expect(await inspect(`select 1 from identity."user" where email = 'nobody@example.com'`)).toEqual([]);
});

test("a token stands nowhere but in the mail: the database holds its hash", async () => {
  const token = await tokenFor("hashed@example.com");
  const [row] = await inspect(
    "select p::text as row from identity.proof p where email = 'hashed@example.com'",
  );
  expect(String(row?.row)).not.toContain(token);
});

test("a link that is too old, or was never made, is refused in the words of a used one", async () => {
  const token = await tokenFor("late@example.com");
  await inspect("update identity.proof set expires_at = now() where email = 'late@example.com'");
  const refusals = [await redeemSignInLink({ token }), await redeemSignInLink({ token: "made-up" })];
  expect(new Set(refusals.map((refusal) => !refusal.ok && refusal.error.message)).size).toBe(1);
  expect(refusals.every(({ ok }) => !ok)).toBe(true);
});

test("of forty requests at once for one address five are mailed, and of forty from one IP address thirty", async () => {
  const to = await Promise.all(
    Array.from({ length: 40 }, () => requestSignInLink({ email: "flooded@example.com" }, newIp())),
  );
  expect(to.filter(({ ok }) => ok)).toHaveLength(5);
  const from = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      requestSignInLink({ email: `n${index}@example.com` }, "203.0.113.9"),
    ),
  );
  expect(from.filter(({ ok }) => ok)).toHaveLength(30);
  // Control: the window's end.
  await inspect("update identity.attempt set ends_at = now()");
  expect(await requestSignInLink({ email: "flooded@example.com" }, "203.0.113.9")).toMatchObject({
    ok: true,
  });
});

test.each([
  "аnn@example.com",
  "ann@exämple.com",
  "\u212a@example.com",
  "no address",
  "a b@example.com",
  "x\r\nBcc: e@evil.example",
])("%j is refused before it is made into another address", async (email) => {
  expect(await requestSignInLink({ email }, newIp())).toMatchObject({
    ok: false,
    error: { code: "invalid_input" },
  });
});

test("ended everywhere, no session of before counts, and the next sign-in's does", async () => {
  const first = unwrap(await redeemSignInLink({ token: await tokenFor("ended@example.com") }));
  const { userId, sessionVersion } = first;
  expect(unwrap(await readSession(userId, sessionVersion))).toMatchObject({ email: "ended@example.com" });
  unwrap(await endSessions(userId));
  expect(unwrap(await readSession(userId, sessionVersion))).toBeNull();
  const again = unwrap(await redeemSignInLink({ token: await tokenFor("ended@example.com") }));
  expect(again.userId).toBe(userId);
  expect(unwrap(await readSession(userId, again.sessionVersion))).not.toBeNull();
});
