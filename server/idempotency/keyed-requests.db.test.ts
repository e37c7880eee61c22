import { describe, expect, test } from "vitest";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { outside } from "@/server/runs/testing/run-scene";
import {
  callMutation,
  captureFile,
  type Heard,
  mutationPaths,
  postImport,
} from "@/server/trpc/testing/doors";
import { type MemberScene, memberScene } from "@/server/trpc/testing/member-scene";
import { MUTATION_SCENES, PLATFORM_MUTATIONS } from "@/server/trpc/testing/mutation-scenes";
import { INBOUND } from "@/server/trpc/testing/ways-in";

const { inspect } = testDatabase();
outside();

const PARALLEL = 50;

interface KeyedDoor {
  readonly effects: string;
  /** A call that needs nothing more than its key: the same request whenever it is made. */
  prepare(scene: MemberScene): Promise<(key: string | undefined) => Promise<Heard>>;
}

/** Everything that creates a run or moves credits, by its address. */
const DOORS: Readonly<Record<string, KeyedDoor>> = {
  ...Object.fromEntries(
    Object.entries(MUTATION_SCENES).flatMap(([path, { keyed, input }]) => {
      if (!keyed) return [];
      const prepare: KeyedDoor["prepare"] = async (scene) => {
        const wanted = await input(scene);
        return (key) => callMutation(scene, path, { ...wanted, ...(key && { idempotencyKey: key }) });
      };
      return [[path, { effects: keyed.effects, prepare }]];
    }),
  ),
  "POST /api/import": {
    effects: "select count(*)::int as n from tracking.run where org_id = $1 and kind = 'import'",
    async prepare(scene) {
      const content = captureFile();
      return (key) => postImport(scene, content, key);
    },
  },
};

const countOf = async (door: KeyedDoor, { orgId }: MemberScene) =>
  Number((await inspect(door.effects, [orgId]))[0]?.n);

describe("what creates a run or moves credits is known by name", () => {
  test("every mutation says whether it does", () => {
    const known = [...Object.keys(MUTATION_SCENES), ...PLATFORM_MUTATIONS];
    expect(mutationPaths().toSorted()).toEqual(known.toSorted());
    expect(Object.keys(DOORS)).toHaveLength(4);
  });

  test("so does every other way in from outside", () => {
    const keyed = INBOUND.filter(({ idempotencyKey }) => idempotencyKey === "required");
    expect(keyed.map(({ door }) => door)).toEqual(["POST app/api/import/route.ts"]);
    expect(Object.keys(DOORS)).toContain("POST /api/import");
  });
});

describe.each(Object.entries(DOORS))("%s", (name, door) => {
  test("without a key is 400, and does nothing", async () => {
    const scene = await memberScene(inspect);
    const call = await door.prepare(scene);
    const before = await countOf(door, scene);
    const refused = await call(undefined);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toMatch(/idempotencyKey: is missing/);
    expect(await countOf(door, scene)).toBe(before);
  });

  test(
    "fifty at once with one key have one effect; who isn't told so is told to ask again",
    async () => {
      const rounds = slice(1, 20);
      let refused = 0;
      for (let round = 1; round <= rounds; round += 1) {
        const scene = await memberScene(inspect);
        const call = await door.prepare(scene);
        const before = await countOf(door, scene);
        const heard = await Promise.all(Array.from({ length: PARALLEL }, () => call("same")));
        expect(await countOf(door, scene)).toBe(before + 1);
        expect(heard.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
        const answered = heard.filter(({ status }) => status === 200).map(({ body }) => body);
        expect(answered.length).toBeGreaterThan(0);
        refused += PARALLEL - answered.length;
        const later = await call("same");
        expect(later.status).toBe(200);
        for (const body of answered) expect(body).toEqual(later.body);
      }
      const all = rounds * PARALLEL;
      report(
        "idempotency",
        `${name}: ${all} requests, ${PARALLEL} at once under one key, ${rounds} effects; ${all - refused} got the answer, ${refused} were told 409`,
      );
    },
    slice(60_000, 600_000),
  );

  test("the same key with another body is 422, and a day later still gets its first answer", async () => {
    const scene = await memberScene(inspect);
    const [call, other] = [await door.prepare(scene), await door.prepare(scene)];
    const before = await countOf(door, scene);
    const first = await call("key");
    expect(first.status).toBe(200);
    expect((await other("key")).status).toBe(422);
    await inspect("update ops.idempotency_key set created_at = created_at - interval '1 day'");
    expect(await call("key")).toEqual(first);
    expect(await countOf(door, scene)).toBe(before + 1);
    // The other body was fine: under a key of its own it goes through.
    expect((await other("another")).status).toBe(200);
    expect(await countOf(door, scene)).toBe(before + 2);
  });
});

test("control: the same request under keys of its own is as many runs", async () => {
  const scene = await memberScene(inspect);
  const door = DOORS["runs.request"];
  if (!door) throw new Error("runs.request is not listed");
  const call = await door.prepare(scene);
  await Promise.all(Array.from({ length: 5 }, (_, index) => call(`key ${index}`)));
  expect(await countOf(door, scene)).toBe(5);
});
