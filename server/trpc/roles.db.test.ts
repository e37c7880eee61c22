import { beforeAll, describe, expect, test } from "vitest";
import { report } from "@/db/testing/long-run";
import { hashOfRows } from "@/db/testing/row-hash";
import { testDatabase } from "@/db/testing/test-database";
import type { Role } from "@/server/kernel/context";
import { outside } from "@/server/runs/testing/run-scene";
import { buildInputs } from "./testing/build-inputs";
import { createOrgScene, type OrgScene } from "./testing/org-scene";
import {
  CHANGE_NOTHING,
  isForAdmins,
  isPlatform,
  outcomeOf,
  type Procedure,
  proceduresOf,
  USE_UP_TOKENS,
} from "./testing/procedures";

const { inspect } = testDatabase();
outside();

let org: OrgScene;
let person: Awaited<ReturnType<OrgScene["member"]>>;
beforeAll(async () => {
  org = await createOrgScene(inspect, { name: "Roles", credits: 1_000, year: 2025 });
  person = await org.member("viewer");
});

const procedures = proceduresOf().filter((each) => each.path !== "me.get" && !isPlatform(each));
/** What uses up something of the org's, its tokens included. */
const changing = procedures.filter(
  ({ type, path }) => type === "mutation" && (!CHANGE_NOTHING.includes(path) || USE_UP_TOKENS.includes(path)),
);
const inputOf = ({ path, inputs }: Procedure) => ({
  org: org.slug,
  ...buildInputs(path, inputs, () => org)[0]?.input,
});
/** One request of the person: what they were an instant ago plays no part in it. */
const ask = (procedure: Procedure) => outcomeOf(procedure.call(person.request(), inputOf(procedure)));
const become = (role: Role) =>
  inspect("update tenancy.membership set role = $2 where user_id = $1", [person.userId, role]);
const hash = () => hashOfRows(inspect, { orgId: org.orgId });

describe("what a member may do is what the database says at that request", () => {
  test("a viewer is FORBIDDEN every procedure that changes something, and changes nothing by asking", async () => {
    await become("viewer");
    const before = await hash();
    for (const procedure of changing)
      expect(await ask(procedure), procedure.path).toMatchObject({ ok: false, code: "FORBIDDEN" });
    expect(changing.length).toBeGreaterThanOrEqual(8);
    expect(await hash()).toBe(before);
  });

  test("a viewer reads all that a member reads", async () => {
    for (const procedure of procedures.filter((each) => !changing.includes(each) && !isForAdmins(each)))
      expect(await ask(procedure), procedure.path).toMatchObject({ ok: true });
  });

  test("a member is FORBIDDEN what is for admins, to see it, too; an admin is not", async () => {
    const forAdmins = procedures.filter(isForAdmins);
    expect(forAdmins.some(({ type }) => type === "query")).toBe(true);
    await become("member");
    const before = await hash();
    for (const procedure of forAdmins)
      expect(await ask(procedure), procedure.path).toMatchObject({ ok: false, code: "FORBIDDEN" });
    expect(await hash()).toBe(before);
    await become("admin");
    for (const procedure of forAdmins.filter(({ type }) => type === "query"))
      expect(await ask(procedure), procedure.path).toMatchObject({ ok: true });
  });

  test("each change of role counts from the next request on, in both directions and in every procedure", async () => {
    const wrong: string[] = [];
    for (const procedure of changing)
      for (const role of ["viewer", isForAdmins(procedure) ? "admin" : "member", "viewer"] as const) {
        await become(role);
        const outcome = await ask(procedure);
        const isRight = role === "viewer" ? !outcome.ok && outcome.code === "FORBIDDEN" : outcome.ok;
        if (!isRight) wrong.push(`${procedure.path} as ${role}: ${JSON.stringify(outcome)}`);
      }
    expect(wrong).toEqual([]);
    report(
      "isolation",
      `${changing.length} procedures that change something: refused to a viewer, done for a member (or an admin, where it is for admins), refused again, each at the next request`,
    );
  });

  test("a removed member finds nothing from the next request on, and an invited one enters at once", async () => {
    const held = await inspect("delete from tenancy.membership where user_id = $1 returning *", [
      person.userId,
    ]);
    const before = await hash();
    for (const procedure of procedures)
      expect(await ask(procedure), procedure.path).toMatchObject({ ok: false, code: "NOT_FOUND" });
    expect(await hash()).toBe(before);
    await inspect(
      "insert into tenancy.membership select * from jsonb_populate_record(null::tenancy.membership, $1)",
      [JSON.stringify(held[0])],
    );
    const [reading] = procedures.filter(({ type }) => type === "query");
    expect(reading && (await ask(reading))).toMatchObject({ ok: true });
  });

  test("control: within one request the membership is read once, so a change is seen by the next one alone", async () => {
    await become("member");
    const request = person.request();
    const [changes] = changing;
    if (!changes) throw new Error("nothing changes anything");
    await outcomeOf(changes.call(request, inputOf(changes)));
    await become("viewer");
    expect(await outcomeOf(changes.call(request, inputOf(changes)))).not.toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(changes)).toMatchObject({ ok: false, code: "FORBIDDEN" });
  });
});
