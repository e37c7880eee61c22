import { beforeAll, describe, expect, test } from "vitest";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { CLIENT_PROCEDURES } from "@/server/projects";
import { outside } from "@/server/runs/testing/run-scene";
import { answerMember } from "./answer-member";
import { buildInputs } from "./testing/build-inputs";
import { createOrgScene, type OrgScene } from "./testing/org-scene";
import { isForAdmins, isPlatform, outcomeOf, proceduresOf } from "./testing/procedures";

const { inspect } = testDatabase();
outside();

let org: OrgScene;
let [client, own, viewer]: Awaited<ReturnType<OrgScene["member"]>>[] = [];
beforeAll(async () => {
  org = await createOrgScene(inspect, { name: "Agency", credits: 4_111_333, year: 2025 });
  // A client of the org's first workspace, in which nothing is; one of the workspace where everything is; and a viewer.
  client = await org.member("client_viewer", org.firstWorkspaceId);
  own = await org.member("client_viewer", org.workspaceId);
  viewer = await org.member("viewer");
});

const procedures = proceduresOf().filter((each) => each.path !== "me.get" && !isPlatform(each));
const calls = () =>
  procedures.flatMap((procedure) =>
    buildInputs(procedure.path, procedure.inputs, () => org).map(({ input }) => ({ procedure, input })),
  );
const callAs = (person: typeof client, { procedure, input }: ReturnType<typeof calls>[number]) => {
  if (!person) throw new Error("nobody");
  return outcomeOf(procedure.call(person.request(), { org: org.slug, ...input }));
};

describe("a client viewer, in every procedure with the ids of another workspace of the same org", () => {
  test("is NOT_FOUND or FORBIDDEN, or gets a list in which nothing is", async () => {
    const counts: Record<string, number> = {};
    for (const call of calls()) {
      const outcome = await callAs(client, call);
      const verdict = outcome.ok ? "a list of nothing" : outcome.code;
      expect(["NOT_FOUND", "FORBIDDEN", "a list of nothing"], call.procedure.path).toContain(verdict);
      if (outcome.ok)
        expect(JSON.stringify(outcome.value).toLowerCase(), call.procedure.path).not.toContain(
          org.canary.toLowerCase(),
        );
      counts[verdict] = (counts[verdict] ?? 0) + 1;
    }
    expect(counts["a list of nothing"]).toBe(1);
    report(
      "isolation",
      `a client viewer with another workspace's ids: ${JSON.stringify(counts)}, 0 rows seen`,
    );
  });

  test("may call nothing by a name that no procedure has", () => {
    const paths = procedures.map(({ path }) => path);
    expect(Object.keys(CLIENT_PROCEDURES).filter((path) => !paths.includes(path))).toEqual([]);
  });

  test("is FORBIDDEN what is the org's own, also by a client of the right workspace", async () => {
    for (const call of calls().filter(({ procedure }) => CLIENT_PROCEDURES[procedure.path] === undefined))
      expect(await callAs(own, call), call.procedure.path).toMatchObject({ ok: false, code: "FORBIDDEN" });
  });

  test("control: a client of that workspace reads its projects, and a viewer reads it all", async () => {
    for (const call of calls().filter(({ procedure }) => procedure.type === "query")) {
      const { path } = call.procedure;
      if (isForAdmins(call.procedure)) continue;
      expect(await callAs(viewer, call), path).toMatchObject({ ok: true });
      if (CLIENT_PROCEDURES[path] !== undefined)
        expect(await callAs(own, call), path).toMatchObject({ ok: true });
    }
  });

  test("takes nothing away through the routes of members; a viewer does", async () => {
    const take = async (person: typeof client) => {
      if (!person) throw new Error("nobody");
      return answerMember(
        person.request(),
        org.slug,
        "/api/export/answers",
        async () => new Response("rows"),
      );
    };
    expect((await take(own)).status).toBe(403);
    expect((await take(viewer)).status).toBe(200);
  });
});
