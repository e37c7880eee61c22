import { TRPCError } from "@trpc/server";
import { describe, expect, test, vi } from "vitest";
import { addOperator, removeOperator } from "@/db/operators";
import { testDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import { logger } from "@/server/kernel/logger";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { refusalOf } from "./errors";
import { createCallerFactory, orgProcedure, router } from "./init";
import { appRouter } from "./root";
import { isPlatform, type Outcome, outcomeOf, proceduresOf } from "./testing/procedures";

const { urls } = testDatabase();

const actor = { kind: "system" as const, job: "test" };

/** A person with an org of theirs, and the context of one request of theirs. */
async function newMember(name: string) {
  const email = `${name}@example.com`;
  const userId = unwrap(await makeUser({ email, name }));
  const { slug, orgId } = unwrap(await createOrg({ name }, actor, "test", userId));
  const request = () => ({
    user: { userId, name, email },
    requestId: `request-of-${name}`,
    entered: new Map(),
  });
  return { slug, orgId, request };
}

const codeOf = async (call: Promise<unknown>) =>
  call.then(
    () => "no error",
    (error) => (error instanceof TRPCError ? error.code : String(error)),
  );

/** Those that belong to a person and to no org. */
const PERSONAL = ["me.get"];

describe("every procedure", () => {
  test("without a session is UNAUTHORIZED", async () => {
    const nobody = () => ({ user: null, requestId: "nobody-1", entered: new Map() });
    const procedures = proceduresOf();
    expect(procedures.length).toBeGreaterThan(3);
    for (const { path, call } of procedures)
      expect(await codeOf(call(nobody(), { org: "acme" })), path).toBe("UNAUTHORIZED");
  });

  test("is NOT_FOUND in somebody else's org, before its own input is looked at", async () => {
    const [mine, theirs] = [await newMember("ann"), await newMember("bob")];
    for (const { path, call } of proceduresOf()) {
      if (PERSONAL.includes(path)) continue;
      expect(await codeOf(call(mine.request(), { org: theirs.slug })), path).toBe("NOT_FOUND");
    }
    const own = createCallerFactory(appRouter)(mine.request());
    await expect(own.projects.list({ org: mine.slug })).resolves.toHaveLength(1);
  });
});

describe("every procedure of the platform", () => {
  const platform = proceduresOf().filter(isPlatform);
  const words = (outcome: Outcome) => (outcome.ok ? "no error" : `${outcome.code}: ${outcome.message}`);

  test("is for nobody but an operator, an org's owner included, in the words of one that isn't there", async () => {
    const owner = await newMember("olga");
    const caller = createCallerFactory(appRouter)(owner.request());
    const nowhere: unknown = Reflect.get(caller.operations, "nowhere");
    if (typeof nowhere !== "function") throw new Error("the caller answers every path");
    // The caller of server components writes a path with commas, HTTP with points.
    const unknown = words(await outcomeOf(nowhere({}))).replace("operations,nowhere", "PATH");
    expect(unknown).toMatch(/^NOT_FOUND: .*PATH/);
    expect(platform.map(({ path }) => path)).toContain("operations.deadLetters.drop");
    expect(platform.length).toBeGreaterThan(6);
    for (const { path, call } of platform)
      for (const input of [undefined, { org: owner.slug }, { letterId: "no id" }])
        expect(words(await outcomeOf(call(owner.request(), input))), path).toBe(
          unknown.replace("PATH", path),
        );
  });

  test("is open from the request after the grant, and closed from the one after its end", async () => {
    const { request } = await newMember("pia");
    await addOperator(urls.owner, "pia@example.com");
    await expect(createCallerFactory(appRouter)(request()).operations.me()).resolves.toEqual({
      name: "pia",
      email: "pia@example.com",
    });
    for (const { path, call } of platform)
      expect(words(await outcomeOf(call(request(), {}))), path).not.toMatch(/No procedure/);
    await removeOperator(urls.owner, "pia@example.com");
    for (const { path, call } of platform) expect(await codeOf(call(request(), {})), path).toBe("NOT_FOUND");
  });
});

describe("errors", () => {
  const throwing = router({
    refuses: orgProcedure.query(() => {
      throw new AppError("insufficient_credits", "This run needs 5 credits.", { needed: 5 });
    }),
    breaks: orgProcedure.query(() => {
      throw new Error("connection to 10.0.0.7 failed: password=hunter2");
    }),
    whose: orgProcedure.query(() => requireContext().orgId),
  });

  test("a verb's refusal keeps its words and gets its status", async () => {
    const member = await newMember("carol");
    const caller = createCallerFactory(throwing)(member.request());
    await expect(caller.refuses({ org: member.slug })).rejects.toMatchObject({
      code: "PAYMENT_REQUIRED",
      message: "This run needs 5 credits.",
    });
  });

  test("input that can't be read is refused in words, by field, as a verb would", async () => {
    const member = await newMember("grace");
    const caller = createCallerFactory(appRouter)(member.request());
    const find = caller.projects.find({ org: member.slug, workspace: "", project: "x".repeat(101) });
    const error = await find.catch((thrown: unknown) => thrown);
    if (!(error instanceof TRPCError)) throw new Error("it was not refused");
    expect(error.message).toMatch(/^workspace: .+; project: [^{[]+$/);
    expect(refusalOf(error)).toMatchObject({
      code: "invalid_input",
      problems: [{ field: "workspace" }, { field: "project" }],
    });
  });

  test("what was unexpected tells nothing of the inside, and is logged under the request id", async () => {
    const member = await newMember("dave");
    const logged = vi.spyOn(logger, "error").mockImplementation(() => {});
    const caller = createCallerFactory(throwing)(member.request());
    const error = await caller.breaks({ org: member.slug }).catch((thrown: unknown) => thrown);
    expect(JSON.stringify([error, String(error), error instanceof Error && error.cause])).not.toMatch(
      /hunter2/,
    );
    expect(logged).toHaveBeenCalledWith(
      expect.objectContaining({ requestId: "request-of-dave", path: "breaks" }),
      expect.any(String),
    );
    logged.mockRestore();
  });

  test("a procedure runs in the org that it names, and nothing of it is left afterwards", async () => {
    const [one, two] = [await newMember("erin"), await newMember("frank")];
    const whose = (member: typeof one) =>
      createCallerFactory(throwing)(member.request()).whose({ org: member.slug });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => whose(index % 2 ? one : two)));
    expect(answers).toEqual(Array.from({ length: 40 }, (_, index) => (index % 2 ? one : two).orgId));
    expect(() => requireContext()).toThrow(/no context/);
  });
});
