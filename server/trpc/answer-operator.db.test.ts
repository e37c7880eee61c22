import { expect, test, vi } from "vitest";
import { addOperator, removeOperator } from "@/db/operators";
import { testDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { unwrap } from "@/server/kernel/result";
import { answerOperator } from "./answer-operator";

const { urls } = testDatabase();

test("an operator's route works for operators alone, from the next request on: 401 signed out, 404 for everybody else", async () => {
  const email = "ada@example.com";
  const userId = unwrap(await makeUser({ email, name: "Ada" }));
  const user = { userId, name: "Ada", email };
  const work = vi.fn(async () => Response.json({ done: true }));
  const call = async (who: typeof user | null) => {
    const request = { user: who, requestId: "request-ada", entered: new Map() };
    const response = await answerOperator(request, "/api/operations/margin", work);
    expect(response.headers.get("x-request-id")).toBe("request-ada");
    return { status: response.status, body: await response.json() };
  };
  expect((await call(null)).status).toBe(401);
  const stranger = await call(user);
  expect(stranger).toMatchObject({ status: 404, body: { requestId: "request-ada" } });
  expect(work).not.toHaveBeenCalled();
  await addOperator(urls.owner, email);
  expect(await call(user)).toEqual({ status: 200, body: { done: true } });
  await removeOperator(urls.owner, email);
  expect(await call(user)).toEqual(stranger);
  expect(work).toHaveBeenCalledTimes(1);
});
