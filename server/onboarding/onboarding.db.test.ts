import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { startStandIn } from "@/server/analysis";
import type { Role } from "@/server/kernel/context";
import { newId, type OrgId, type UserId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { openTrap, type TrapServer, trapWorld } from "@/server/outbound/testing/trap-server";
import { finishSetup } from "./finish-setup";
import { getSetup } from "./get-setup";
import { readSite } from "./read-site";
import { saveSetup } from "./save-setup";

const { inspect } = testDatabase({ max: 8 });
const PUBLIC = [["93.184.215.14"]];
const HOME = `<!doctype html><html lang="en"><title>Halvorn | Standing desks</title><h2>Halvorn vs Sedia</h2></html>`;

/** What the trap sends for a host and a path; anything else is a 404. */
const sites: Record<string, { type?: string; body?: string | Buffer; location?: string }> = {
  "halvorn.example/": { body: HOME },
  "sitwell.example/": { body: "<title>Sitwell | Office chairs</title><h2>Sitwell vs Sedia</h2>" },
  "old.example/": { location: "http://halvorn.example/" },
  "inward.example/": { location: "http://10.0.0.7/admin" },
  "sneaky.example/": { location: "http://inside.example/" },
  "closed.example/robots.txt": { type: "text/plain", body: "User-agent: *\nDisallow: /" },
  "closed.example/": { body: HOME },
  "paper.example/": { type: "application/pdf", body: "%PDF-1.7" },
  "huge.example/": { body: `<title>Huge</title>${"x".repeat(300_000)}` },
  "latin.example/": {
    type: "text/html; charset=utf-8",
    body: Buffer.from("<title>Möbel Süß | Stühle</title>", "latin1"),
  },
  "shell.example/": { body: "<script>document.write('Halvorn')</script><div id=root></div>" },
};
let trap: TrapServer;
let person: UserId;
let orgId: OrgId;
beforeAll(async () => {
  trap = await openTrap((request, response) => {
    const site = sites[`${request.headers.host}${request.url}`];
    if (site === undefined) response.writeHead(404).end();
    else if (site.location !== undefined) response.writeHead(302, { location: site.location }).end();
    else response.writeHead(200, { "content-type": site.type ?? "text/html" }).end(site.body);
  });
});
afterAll(() => trap.close());
beforeEach(async () => {
  person = unwrap(await makeUser({ email: `${newId<string>()}@example.com`, name: "Ada" }));
  orgId = unwrap(
    await createOrg({ name: "Desks" }, { kind: "user", userId: person, role: "owner" }, "test", person),
  ).orgId;
});

/** Https would need a certificate: a world where only http is listened to, as for many sites of old. */
const world = () => {
  const hosts = Object.keys(sites).map((address) => address.split("/")[0] ?? "");
  const names = Object.fromEntries([...hosts, "gone.example"].map((host) => [host, PUBLIC]));
  return trapWorld(trap, { ...names, "inside.example": [["127.0.0.1"]] });
};
const as = <T>(work: () => Promise<T>, role: Role = "owner", userId = person) =>
  asOrg(orgId, work, { kind: "user", userId, role });
const read = (site: string) => as(async () => unwrap(await readSite({ site }, world())));
const counted = async (table: string) =>
  (await inspect(`select count(*)::int as n from ${table} where org_id = $1`, [orgId]))[0]?.n;

test("a site is read through the guard, and what it suggests is there when the person comes back", async () => {
  const draft = await read("https://www.halvorn.example/desks?x=1");
  expect(draft).toMatchObject({
    name: "Halvorn",
    domains: ["halvorn.example"],
    category: "standing desks",
    locale: "en-US",
    rivals: ["Sedia"],
    trouble: null,
  });
  expect(draft.prompts).toHaveLength(10);
  const setup = await as(async () => unwrap(await getSetup()));
  expect(setup).toMatchObject({ draft, unasked: null, workspaces: [{ slug: "main" }] });
  const colleague = unwrap(await makeUser({ email: `${newId<string>()}@example.com`, name: "Bo" }));
  expect((await as(async () => unwrap(await getSetup()), "member", colleague)).draft).toBeNull();
});

test("an analysis model makes the suggestions better, within the page's words; whatever it fails at, the rules' stand", async () => {
  const standIn = await startStandIn();
  vi.stubEnv("ANALYSIS_BASE_URL", standIn.url);
  vi.stubEnv("ANALYSIS_SMALL_MODEL", "small");
  vi.stubEnv("ANALYSIS_LARGE_MODEL", "large");
  try {
    const ask = { text: "Which desk can stand?", intent: "category" };
    standIn.setAnswers({
      site_reading: () => ({
        category: "sit-stand desks",
        rivals: [
          { name: "Sedia", quote: "" },
          { name: "Nowhere Desks", quote: "" },
        ],
        prompts: [ask, { text: "Is Halvorn good?", intent: "problem" }],
      }),
    });
    const better = await read("halvorn.example");
    expect(better).toMatchObject({
      name: "Halvorn",
      category: "sit-stand desks",
      rivals: ["Sedia"],
      prompts: [ask, { text: "Is Halvorn good?", intent: "branded" }],
      suggestedBy: "the words of its first page, read by large",
    });
    standIn.forget();
    standIn.setAnswers({ site_reading: () => ({ category: "x", rivals: [], prompts: [] }) });
    const again = await read("sitwell.example");
    expect(again).toMatchObject({ category: "office chairs", suggestedBy: "the words of its first page" });
    expect(again.prompts).toHaveLength(10);
    // A page that says nothing is not worth a token.
    standIn.forget();
    await read("shell.example");
    expect(standIn.requests).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
    await standIn.close();
  }
});

test("a site that moved is read where it went, and keeps the address that was typed", async () => {
  expect(await read("old.example")).toMatchObject({
    name: "Halvorn",
    domains: ["old.example", "halvorn.example"],
  });
});

test.each([
  ["inward.example", /inside a network/],
  ["sneaky.example", /inside a network/],
  ["10.1.2.30", /not a website|inside a network/],
  ["closed.example", /robots\.txt/],
  ["paper.example", /no web page/],
  ["huge.example", /larger than/],
  ["gone.example", /HTTP 404/],
  ["nowhere.example", /no website of that name/],
  ["shell.example", /before its scripts run/],
])(
  "%s can't be read, which says why, keeps what was typed, and leaves the rest to the person",
  async (site, why) => {
    const draft = await read(site);
    expect(draft.trouble).toMatch(why);
    expect(draft.site).toBe(site);
    expect(draft.name).not.toBe("");
    expect(draft.category).toBe("");
    expect(draft.prompts.every(({ intent }) => intent === "branded")).toBe(true);
  },
);

test("a charset gone wrong suggests no name with a hole in it", async () => {
  const draft = await read("latin.example");
  expect(JSON.stringify(draft)).not.toContain("\uFFFD");
  expect(draft.domains).toEqual(["latin.example"]);
});

test("what is no website is refused, and twenty readings in a quarter of an hour are all that a person gets", async () => {
  for (const site of ["", "acme", "http://", "not a site"])
    expect(await as(() => readSite({ site }, world()))).toMatchObject({
      ok: false,
      error: { code: "invalid_input" },
    });
  const readings = Array.from({ length: 22 }, () => as(() => readSite({ site: "nowhere.example" }, world())));
  const outcomes = await Promise.all(readings);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(20);
});

test("a draft becomes a project with its brands and its panel; of the same twice one is made", async () => {
  const draft = await read("halvorn.example");
  const edited = {
    ...draft,
    rivals: ["Sedia", " ", "Kestrel"],
    prompts: [...draft.prompts, { text: " ", intent: "problem" as const }],
  };
  const both = await Promise.all([1, 2].map(() => as(() => finishSetup({ draft: edited }))));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: "conflict" } });
  const brands = await inspect(
    "select name, kind from tracking.brand where org_id = $1 order by kind, name",
    [orgId],
  );
  expect(brands.map(({ name }) => name)).toEqual(["Halvorn", "Kestrel", "Sedia"]);
  expect([await counted("tenancy.project"), await counted("tracking.prompt")]).toEqual([1, 10]);
  const setup = await as(async () => unwrap(await getSetup()));
  expect(setup).toMatchObject({
    draft: null,
    unasked: { workspace: "main", project: "halvorn", name: "Halvorn" },
  });
  // The same brand again, for another market, is another project.
  const again = await read("halvorn.example");
  expect(await as(() => finishSetup({ draft: { ...again, locale: "de-DE" } }))).toMatchObject({
    value: { project: "halvorn-2" },
  });
});

test("what can't be saved makes nothing, says why, and leaves the draft where it was", async () => {
  const draft = await read("halvorn.example");
  const wrong = [
    { ...draft, name: " " },
    { ...draft, rivals: ["halvorn"] },
    { ...draft, domains: ["no domain"] },
    { ...draft, prompts: [] },
    { ...draft, prompts: [1, 2].map(() => ({ text: "Twice?", intent: "category" as const })) },
  ];
  for (const each of wrong)
    expect((await as(() => finishSetup({ draft: each }))).ok, JSON.stringify(each)).toBe(false);
  expect([await counted("tenancy.project"), await counted("tracking.panel")]).toEqual([0, 0]);
  unwrap(await as(() => saveSetup({ draft: wrong[0] ?? draft })));
  expect((await as(async () => unwrap(await getSetup()))).draft?.name).toBe(" ");
});

test("viewers, client viewers and jobs set nothing up", async () => {
  const draft = await read("halvorn.example");
  const refused = { ok: false, error: { code: "forbidden" } };
  for (const role of ["viewer", "client_viewer"] as const) {
    expect(await as(() => readSite({ site: "halvorn.example" }, world()), role)).toMatchObject(refused);
    expect(await as(() => finishSetup({ draft }), role)).toMatchObject(refused);
  }
  const seen = await as(async () => unwrap(await getSetup()), "viewer");
  expect(seen).toMatchObject({ mayCreate: false, workspaces: [{ slug: "main" }] });
  expect(await as(() => getSetup(), "client_viewer")).toMatchObject(refused);
  expect(await asOrg(orgId, () => saveSetup({ draft }))).toMatchObject(refused);
});
