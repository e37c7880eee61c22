import { expect, test, vi } from "vitest";
import { openPool } from "@/db/client";
import { database, useDatabase } from "@/db/tenant";
import { testDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { logger } from "@/server/kernel/logger";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { answerMember } from "./answer-member";

testDatabase();

async function newMember(name: string) {
  const email = `${name}@example.com`;
  const userId = unwrap(await makeUser({ email, name }));
  const { slug, orgId } = unwrap(await createOrg({ name }, { kind: "system", job: "test" }, "test", userId));
  return {
    slug,
    orgId,
    request: { user: { userId, name, email }, requestId: `request-${name}`, entered: new Map() },
  };
}
const said = async (response: Response) => ({
  status: response.status,
  id: response.headers.get("x-request-id"),
  body: await response.json(),
});

test("work runs as the member, and its answer carries the request id", async () => {
  const ann = await newMember("ann");
  const work = async () => Response.json({ org: requireContext().orgId });
  const response = await answerMember(ann.request, ann.slug, "/api/x", work);
  expect(await said(response)).toEqual({ status: 200, id: "request-ann", body: { org: ann.orgId } });
  expect(() => requireContext()).toThrow(/no context/);
});

test("signed out is 401, another's org and one that isn't there the same 404, and no work is done", async () => {
  const [bob, eve] = [await newMember("bob"), await newMember("eve")];
  const work = vi.fn(async () => Response.json({}));
  const call = async (user: typeof bob.request.user | null, org: string) =>
    said(await answerMember({ ...bob.request, user }, org, "/api/x", work));
  const signedOut = { message: "Sign in first.", requestId: "request-bob" };
  expect(await call(null, bob.slug)).toEqual({ status: 401, id: "request-bob", body: signedOut });
  const theirs = await call(bob.request.user, eve.slug);
  expect(theirs).toMatchObject({ status: 404, body: { requestId: "request-bob" } });
  expect(await call(bob.request.user, "nowhere")).toEqual(theirs);
  expect(work).not.toHaveBeenCalled();
});

test("a refusal keeps its words and status, and what was unexpected tells nothing of the inside", async () => {
  const carol = await newMember("carol");
  const logged = vi.spyOn(logger, "error").mockImplementation(() => {});
  const failing = async (error: Error) =>
    said(await answerMember(carol.request, carol.slug, "/api/x", () => Promise.reject(error)));
  expect(await failing(forbidden("import answers"))).toMatchObject({
    status: 403,
    body: {
      message: expect.stringMatching(/doesn't allow you to import answers/),
      refusal: { code: "forbidden" },
    },
  });
  expect(logged).not.toHaveBeenCalled();
  const broken = await failing(new Error("password=hunter2"));
  expect(broken).toMatchObject({ status: 500, body: { requestId: "request-carol" } });
  expect(JSON.stringify(broken)).not.toMatch(/hunter2/);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

test("while the database is away it is 503, with the seconds to wait and nothing of the inside", async () => {
  const dan = await newMember("dan");
  const usual = database();
  const nowhere = openPool("postgres://app:hunter2@127.0.0.1:1/nowhere");
  useDatabase(nowhere);
  const response = await answerMember(dan.request, dan.slug, "/api/x", async () => Response.json({}));
  useDatabase(usual);
  await nowhere.end();
  expect(response.headers.get("retry-after")).toBe("2");
  expect(await said(response)).toEqual({
    status: 503,
    id: "request-dan",
    body: {
      message: "The database can't be reached right now. Nothing was changed. Try again in a moment.",
      requestId: "request-dan",
      refusal: { code: "unavailable", problems: [] },
    },
  });
});
