import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { report } from "@/db/testing/long-run";
import { hashOfRows } from "@/db/testing/row-hash";
import { testDatabase } from "@/db/testing/test-database";
import { importCaptures } from "@/server/imports";
import { unwrap } from "@/server/kernel/result";
import { outside } from "@/server/runs/testing/run-scene";
import { buildInputs } from "./testing/build-inputs";
import { createOrgScene, type OrgScene } from "./testing/org-scene";
import { isPlatform, outcomeOf, proceduresOf } from "./testing/procedures";
import { INBOUND, ROUTES, readRouteFiles, readServerActions } from "./testing/ways-in";

const { inspect } = testDatabase();
outside();
const ROOT = new URL("../..", import.meta.url).pathname;
/** What was answered under which key: the same file under a new key is a new request. */
const KEYS = ["ops.idempotency_key"];
const CHANGING = ["POST", "PUT", "PATCH", "DELETE"];

let org: OrgScene;
beforeAll(async () => {
  org = await createOrgScene(inspect, { name: "Doors", credits: 1_000, year: 2025 });
});

/** Doors of the folder that may change something and stand in no row of INBOUND. */
async function unlisted(root: string): Promise<string[]> {
  const routes = (await readRouteFiles(root)).flatMap(({ file, methods }) =>
    methods.filter((method) => CHANGING.includes(method)).map((method) => `${method} ${file}`),
  );
  const listed = new Set(INBOUND.map(({ door }) => door));
  return [...routes, ...(await readServerActions(root))].filter((door) => !listed.has(door));
}

describe("route handlers, enumerated from the folder", () => {
  test("each is known for what it is: those of members go through asMember, those of operators through asOperator", async () => {
    const files = await readRouteFiles(ROOT);
    expect(files.map(({ file }) => file)).toEqual(Object.keys(ROUTES));
    for (const { file, methods, isMemberDoor, isOperatorDoor } of files) {
      expect(methods, file).not.toEqual([]);
      expect(isMemberDoor, file).toBe(ROUTES[file] === "member");
      expect(isOperatorDoor, file).toBe(ROUTES[file] === "operator");
    }
  });

  test("each way in that may change something says by which key a second copy changes nothing, and who shows it", async () => {
    expect(await unlisted(ROOT)).toEqual([]);
    for (const { door, shownBy } of INBOUND)
      expect(await readFile(join(ROOT, shownBy), "utf8"), door).toContain(door);
    report("events", `${INBOUND.length} ways in from outside, each with its key and a test that sends twice`);
  });

  test("control: a new route that changes something, in any spelling, and a new action are found by name", async () => {
    const root = await mkdtemp(join(tmpdir(), "doors-"));
    const spellings = {
      "app/api/a/route.ts": "export async function POST(): Promise<Response> {}",
      "app/api/b/route.ts": "export const DELETE = handler;",
      "app/api/c/route.ts": "export { handle as GET, handle as PUT };",
      "app/api/d/route.ts": "export const { GET, PATCH } = serve({ PUT: 1 });",
      "app/e/actions.ts": '"use server";\nexport async function act() {}',
    };
    for (const [file, source] of Object.entries(spellings)) {
      await mkdir(join(root, file, ".."), { recursive: true });
      await writeFile(join(root, file), source);
    }
    expect(await unlisted(root)).toEqual([
      "POST app/api/a/route.ts",
      "DELETE app/api/b/route.ts",
      "PUT app/api/c/route.ts",
      "PATCH app/api/d/route.ts",
      "app/e/actions.ts",
    ]);
    await rm(root, { recursive: true });
  });
});

describe("the same twice", () => {
  // What operators do twice is shown by server/operations.
  const mutations = proceduresOf().filter((each) => each.type === "mutation" && !isPlatform(each));
  const hash = () => hashOfRows(inspect);

  test.each(mutations.map((mutation) => [mutation.path, mutation] as const))(
    "POST app/api/trpc/[trpc]/route.ts: %s again changes nothing",
    async (path, { inputs, call }) => {
      for (const { input } of buildInputs(path, inputs, () => org)) {
        const send = () => outcomeOf(call(org.owner.request(), { org: org.slug, ...input }));
        expect(await send(), JSON.stringify(input)).toMatchObject({ ok: true });
        const before = await hash();
        await send();
        expect(await hash(), JSON.stringify(input)).toBe(before);
      }
    },
  );

  test("scripts/import.ts: a file again changes nothing", async () => {
    const { projectId, within } = org;
    const content = JSON.stringify({
      engine: "chatgpt",
      prompt: "Which desk is quiet?",
      text: "Take any.",
      capturedAt: "2025-10-20T09:00:00Z",
    });
    const bring = (idempotencyKey: string) =>
      within(async () => unwrap(await importCaptures({ projectId, content, idempotencyKey })));
    expect(await bring("first")).toMatchObject({ accepted: 1 });
    const [before, rows] = [await hash(), await hashOfRows(inspect, { without: KEYS })];
    await bring("first");
    expect(await hash()).toBe(before);
    expect(await bring("second")).toMatchObject({ accepted: 0, alreadyImported: 1 });
    expect(await hashOfRows(inspect, { without: KEYS })).toBe(rows);
  });

  test("control: the hash sees one row more", async () => {
    const before = await hash();
    await inspect("update tenancy.project set name = name || '.' where id = $1", [org.projectId]);
    expect(await hash()).not.toBe(before);
  });
});
