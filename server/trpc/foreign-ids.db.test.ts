import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { report } from "@/db/testing/long-run";
import { hashOfRows, tablesWithOrgs } from "@/db/testing/row-hash";
import { testDatabase } from "@/db/testing/test-database";
import { AnswerId } from "@/server/kernel/id";
import { outside } from "@/server/runs/testing/run-scene";
import { orgProcedure, router } from "./init";
import { appRouter } from "./root";
import { buildInputs } from "./testing/build-inputs";
import { createOrgScene, type OrgScene } from "./testing/org-scene";
import {
  CHANGE_NOTHING,
  isPlatform,
  type Outcome,
  outcomeOf,
  type Procedure,
  proceduresOf,
} from "./testing/procedures";

const { inspect } = testDatabase();
outside();

let mine: OrgScene;
let theirs: OrgScene;
let secrets: Secrets;
beforeAll(async () => {
  mine = await createOrgScene(inspect, { name: "Mine", credits: 4_111_333, year: 2025 });
  theirs = await createOrgScene(inspect, { name: "Theirs", credits: 7_341_907, year: 2024 });
  secrets = await secretsOf(theirs, mine);
});

/** What only the other org has: every id of its rows, its name in all texts, its balance and its days. */
type Secrets = readonly string[];
async function secretsOf(scene: OrgScene, other: OrgScene): Promise<Secrets> {
  const tables = await tablesWithOrgs(inspect);
  const idsOf = async (orgId: string) => {
    const rows = tables.map((table) => `select t::text as row from ${table} t where org_id = '${orgId}'`);
    const found = await inspect(
      `select distinct m[1] as id from (${rows.join(" union all ")}) r,
       regexp_matches(row, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') m`,
    );
    return found.map((row) => String(row.id));
  };
  const shared = new Set(await idsOf(other.orgId));
  const ids = (await idsOf(scene.orgId)).filter((each) => !shared.has(each));
  return [...ids, scene.canary.toLowerCase(), String(scene.credits), `"${scene.year}-`];
}

const holdsAny = (value: unknown, words: Secrets) => {
  const text = JSON.stringify(value ?? null).toLowerCase();
  return words.some((word) => text.includes(word));
};

interface Tally {
  readonly faults: string[];
  readonly counts: Record<string, number>;
}

/** Calls a procedure in one's own org with the other's ids: all of them, and each alone among one's own. */
async function attack(procedure: Procedure, tally: Tally): Promise<void> {
  const { path, inputs, type } = procedure;
  const fields = new Set(buildInputs(path, inputs, () => mine).flatMap(({ naming }) => naming));
  for (const foreign of [null, ...fields]) {
    const whose = (field: string) => (foreign === null || field === foreign ? theirs : mine);
    for (const { input, naming } of buildInputs(path, inputs, whose)) {
      if (foreign !== null && !naming.includes(foreign)) continue;
      const outcome = await outcomeOf(procedure.call(mine.owner.request(), { org: mine.slug, ...input }));
      const mayAnswer = naming.length === 0 || type === "query" || CHANGE_NOTHING.includes(path);
      const verdict = judge(outcome, mayAnswer);
      tally.counts[verdict] = (tally.counts[verdict] ?? 0) + 1;
      if (!SAFE.includes(verdict)) tally.faults.push(`${path} ${JSON.stringify(input)}: ${verdict}`);
    }
  }
}

const SAFE = ["NOT_FOUND", "FORBIDDEN", "nothing of theirs"];

/** A refusal in words that tell nothing; where there is a list to give, one that holds nothing of the other org. */
function judge(outcome: Outcome, mayAnswer: boolean): string {
  if (holdsAny(outcome.ok ? outcome.value : outcome.message, secrets)) return "a row of theirs";
  if (outcome.ok) return mayAnswer ? "nothing of theirs" : "went through";
  return outcome.code;
}

describe("every procedure, by a member in their own org with another org's ids", () => {
  test("is NOT_FOUND or FORBIDDEN, or a list without a foreign row, and changes nothing", async () => {
    const tally: Tally = { faults: [], counts: {} };
    const before = await hashOfRows(inspect, { orgId: theirs.orgId });
    const procedures = proceduresOf();
    for (const procedure of procedures) await attack(procedure, tally);
    expect(tally.faults).toEqual([]);
    expect(procedures.length).toBeGreaterThanOrEqual(29);
    expect(tally.counts.NOT_FOUND).toBeGreaterThan(30);
    expect(await hashOfRows(inspect, { orgId: theirs.orgId })).toBe(before);
    const calls = Object.values(tally.counts).reduce((sum, count) => sum + count, 0);
    report(
      "isolation",
      `${procedures.length} procedures called ${calls} times with another org's ids: ${JSON.stringify(tally.counts)}, 0 rows seen, 0 rows changed`,
    );
  });

  test("is NOT_FOUND by the other org's address", async () => {
    for (const procedure of proceduresOf()) {
      if (procedure.inputs.length === 0) continue;
      for (const { input } of buildInputs(procedure.path, procedure.inputs, () => theirs)) {
        const call = procedure.call(mine.owner.request(), { org: theirs.slug, ...input });
        expect(await outcomeOf(call), procedure.path).toMatchObject({ ok: false, code: "NOT_FOUND" });
      }
    }
  });
});

/** What they answer is the product's own and the same for everybody. */
const OF_THE_PRODUCT = [
  "engines.get",
  "engines.list",
  "exports.tables",
  "imports.guide",
  "start.suggestPrompts",
];

describe("controls: the same calls would find what is there", () => {
  test("by the other org's own member, each reaches that org's rows", async () => {
    const procedures = proceduresOf()
      .filter((each) => !isPlatform(each))
      .toSorted((a, b) => Number(a.type === "mutation") - Number(b.type === "mutation"));
    for (const procedure of procedures) {
      if (OF_THE_PRODUCT.includes(procedure.path)) continue;
      const built = buildInputs(procedure.path, procedure.inputs, () => theirs);
      for (const [index, { input }] of built.entries()) {
        const what = `${procedure.path} ${JSON.stringify(input)}`;
        const before = await hashOfRows(inspect, { orgId: theirs.orgId });
        const called = procedure.call(theirs.owner.request(), { org: theirs.slug, ...input });
        const outcome = await outcomeOf(called);
        expect(outcome, what).toMatchObject({ ok: true });
        const isRead = outcome.ok && holdsAny(outcome.value, secrets);
        const isChanged = (await hashOfRows(inspect, { orgId: theirs.orgId })) !== before;
        // A filter such as "without this brand" may leave nothing of a list: what there is, the first input shows.
        if (index === 0) expect(isRead || isChanged, what).toBe(true);
      }
    }
  });

  test("a procedure that forgets the tenant is caught", async () => {
    const leaky = router({
      answers: router({
        peek: orgProcedure
          .input(z.object({ answerId: AnswerId }))
          .query(({ input }) => inspect("select text from tracking.answer where id = $1", [input.answerId])),
      }),
    });
    const tally: Tally = { faults: [], counts: {} };
    for (const procedure of proceduresOf(leaky)) await attack(procedure, tally);
    expect(tally.faults).toEqual([expect.stringContaining("a row of theirs"), expect.anything()]);
  });

  test("a procedure whose input can't be built fails by its name", () => {
    const puzzling = z.object({ colour: z.string().regex(/^#[0-9a-f]{6}$/) });
    expect(() => buildInputs("brands.paint", [puzzling], () => mine)).toThrow(/brands\.paint: .*colour/);
  });

  test("every procedure of the product is among them", () => {
    expect(proceduresOf().map(({ path }) => path)).toEqual(Object.keys(appRouter._def.procedures));
  });
});
