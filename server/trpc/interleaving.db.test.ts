import { beforeAll, describe, expect, test, vi } from "vitest";
import { database, useDatabase } from "@/db/tenant";
import { report, seedFor, slice } from "@/db/testing/long-run";
import { type Random, seeded, settingsLeft, unsteadyPool } from "@/db/testing/pool-load";
import { testDatabase } from "@/db/testing/test-database";
import { currentContext } from "@/server/kernel/context";
import { logger } from "@/server/kernel/logger";
import { ok } from "@/server/kernel/result";
import { outside } from "@/server/runs/testing/run-scene";
import { buildInputs } from "./testing/build-inputs";
import { createOrgScene, type OrgScene } from "./testing/org-scene";
import { type Procedure, proceduresOf } from "./testing/procedures";
import { sendRequest } from "./testing/send-request";

const LANES = 200;
const CONNECTIONS = 5;
const RESPONSES = slice(300, 10_000);

const { inspect } = testDatabase({ max: CONNECTIONS });
outside();

type Person = OrgScene["owner"];
interface Side {
  readonly org: OrgScene;
  readonly other: OrgScene;
  readonly people: readonly Person[];
}

const procedures = proceduresOf();
let sides: readonly [Side, Side];
/** What they tell of the org the load undoes, takes back, renames, or pushes off the first page. */
const MAY_LOSE_ITS_NAME = ["audit.list", "members.invites", "review.queue", "start.get"];
/** Procedures whose answer to a member of the org always holds the org's name. */
let telling: ReadonlySet<string>;
beforeAll(async () => {
  // Requests that are refused a connection are expected here, and would each be logged.
  vi.spyOn(logger, "error").mockImplementation(() => {});
  const left = await createOrgScene(inspect, { name: "Left", credits: 4_111_333, year: 2024 });
  const right = await createOrgScene(inspect, { name: "Right", credits: 7_341_907, year: 2025 });
  const sideOf = async (org: OrgScene, other: OrgScene) => ({
    org,
    other,
    people: [org.owner, await org.member("member"), await org.member("viewer")],
  });
  sides = [await sideOf(left, right), await sideOf(right, left)];
  const told: string[] = [];
  const queries = procedures.filter(
    ({ type, path }) => type === "query" && !MAY_LOSE_ITS_NAME.includes(path),
  );
  for (const procedure of queries) {
    const request = { side: sides[0], procedure, person: left.owner, kind: "own" } as const;
    const response = await send(request, seeded(1), new AbortController().signal);
    if ((await response.text()).includes(left.canary)) told.push(procedure.path);
  }
  telling = new Set(told);
});

interface Wanted {
  readonly side: Side;
  readonly person: Person;
  readonly procedure: Procedure;
  /** Whose ids and address it names; "malformed": an input that no schema takes. */
  readonly kind: "own" | "foreign ids" | "foreign org" | "malformed";
}

const pick = <Item>(items: readonly Item[], random: Random): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

type Choose = (side: Side, random: Random) => Wanted;

const anything: Choose = (side, random) => {
  const chance = random();
  const kind =
    chance < 0.7 ? "own" : chance < 0.85 ? "foreign ids" : chance < 0.95 ? "foreign org" : "malformed";
  return { side, person: pick(side.people, random), procedure: pick(procedures, random), kind };
};

/** As no door may: one request in ten runs in the other org's context. */
const mixedUp: Choose = (side, random) => {
  const wanted = anything(side, random);
  if (random() < 0.9) return wanted;
  const { orgId, owner } = side.other;
  const theirs = ok({
    orgId,
    actor: { kind: "user" as const, userId: owner.userId, role: "owner" as const },
    requestId: "mixed-up",
  });
  const entered = new Map([[side.org.slug, Promise.resolve(theirs)]]);
  return {
    ...wanted,
    person: { ...wanted.person, request: () => ({ ...wanted.person.request(), entered }) },
  };
};

function send({ side, person, procedure, kind }: Wanted, random: Random, signal: AbortSignal) {
  const { org, other } = side;
  const whose = kind === "foreign ids" ? other : org;
  const built = pick(
    buildInputs(procedure.path, procedure.inputs, () => whose),
    random,
  );
  const slug = kind === "foreign org" ? other.slug : org.slug;
  const input = kind === "malformed" ? { org: slug, projectId: 7 } : { org: slug, ...built.input };
  return sendRequest(person.request(), procedure, input, signal);
}

interface Tally {
  responses: number;
  aborted: number;
  foreign: string[];
  /** Answers to a member that don't hold what is the member's own. */
  blind: string[];
  /** Requests after which somebody's context was still there. */
  contextsLeft: number;
  readonly statuses: Map<number, number>;
}

const holdsOf = ({ canary, credits, year }: OrgScene, text: string) =>
  text.toLowerCase().includes(canary.toLowerCase()) ||
  text.includes(String(credits)) ||
  text.includes(`"${year}-`);

interface Load {
  readonly lanes: number;
  readonly seed: number;
  readonly choose: Choose;
  isEnough(tally: Tally): boolean;
}

async function lane(side: Side, random: Random, tally: Tally, { choose, isEnough }: Load): Promise<void> {
  while (!isEnough(tally)) {
    const wanted = choose(side, random);
    const hangUp = new AbortController();
    const timer = random() < 0.1 ? setTimeout(() => hangUp.abort(), random() * 60) : undefined;
    const response = await send(wanted, random, hangUp.signal).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    clearTimeout(timer);
    if (hangUp.signal.aborted) tally.aborted += 1;
    if (currentContext() !== undefined) tally.contextsLeft += 1;
    if (response === undefined || text === undefined) continue;
    tally.responses += 1;
    tally.statuses.set(response.status, (tally.statuses.get(response.status) ?? 0) + 1);
    const what = `${wanted.procedure.path} (${wanted.kind}): ${text.slice(0, 300)}`;
    if (holdsOf(side.other, text)) tally.foreign.push(what);
    const isOwn = response.status === 200 && wanted.kind === "own" && telling.has(wanted.procedure.path);
    // Filters of a list may leave nothing of it.
    const isFull = buildInputs(wanted.procedure.path, wanted.procedure.inputs, () => side.org).length === 1;
    if (isOwn && isFull && !text.includes(side.org.canary)) tally.blind.push(what);
  }
}

/** `lanes` requests at a time, half of them of each org, until it is enough. */
async function runLoad(load: Load): Promise<Tally> {
  const tally: Tally = {
    responses: 0,
    aborted: 0,
    foreign: [],
    blind: [],
    contextsLeft: 0,
    statuses: new Map(),
  };
  const running = Array.from({ length: load.lanes }, (_, index) =>
    lane(sides[index % 2 === 0 ? 0 : 1], seeded(load.seed + index), tally, load),
  );
  await Promise.all(running);
  return tally;
}

async function over<T>(pool: ReturnType<typeof database>, work: () => Promise<T>): Promise<T> {
  const real = database();
  useDatabase(pool);
  try {
    return await work();
  } finally {
    useDatabase(real);
  }
}

describe(`${LANES} requests at a time of two orgs over a pool of ${CONNECTIONS}`, () => {
  test(
    `${RESPONSES} responses, refused, broken and hung up on among them, hold no foreign row, and leave nothing behind`,
    async () => {
      const seed = seedFor("isolation", `${RESPONSES} interleaved responses`);
      const pool = database();
      const tally = await over(unsteadyPool(pool, seeded(seed)), () =>
        runLoad({
          lanes: LANES,
          seed,
          choose: anything,
          isEnough: ({ responses }) => responses >= RESPONSES,
        }),
      );
      expect(tally).toMatchObject({ foreign: [], blind: [], contextsLeft: 0 });
      expect(tally.responses).toBeGreaterThanOrEqual(RESPONSES);
      expect(tally.aborted).toBeGreaterThan(0);
      for (const status of [200, 400, 403, 404, 500]) expect([...tally.statuses.keys()]).toContain(status);
      expect(await settingsLeft(pool, CONNECTIONS)).toEqual(Array.from({ length: CONNECTIONS }, () => null));
      const statuses = JSON.stringify(Object.fromEntries([...tally.statuses].toSorted()));
      report(
        "isolation",
        `${tally.responses} responses to ${LANES} requests at a time over ${CONNECTIONS} connections (${statuses}, ${tally.aborted} hung up on): 0 foreign rows, 0 settings left`,
      );
    },
    slice(60_000, 900_000),
  );

  test("control: one request in ten in the other org's context does show foreign rows", async () => {
    expect(telling.size).toBeGreaterThan(8);
    const tally = await runLoad({
      lanes: 20,
      seed: 1,
      choose: mixedUp,
      isEnough: ({ responses }) => responses >= 300,
    });
    expect(tally.foreign.length).toBeGreaterThan(0);
  });
});
