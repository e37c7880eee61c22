import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { EXTRACTOR_VERSION, STANCE_RULES_VERSION, TAXONOMY_VERSION } from "@/server/extraction";
import { unwrap } from "@/server/kernel/result";
import { createScene, outside } from "@/server/runs/testing/run-scene";
import { importCaptures } from "./import-captures";

const { inspect } = testDatabase();
outside();

const capture = (over: object = {}) => ({
  engine: "chatgpt",
  prompt: "Which standing desk?",
  text: "I would take a **Halvorn** desk; see [1].",
  sources: [{ url: "https://www.halvorn.example/rise?utm_source=openai", title: "Halvorn" }],
  capturedAt: "2025-10-20T09:00:00Z",
  ...over,
});
const jsonl = (...lines: (object | string)[]) =>
  lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
const scene = () => createScene({ credits: 10, prompts: ["Which standing desk?"] });
const counts = async (projectId: string) =>
  (
    await inspect(
      `select count(*)::int as answers, coalesce(sum(charged), 0)::int as charged from tracking.answer where project_id = $1`,
      [projectId],
    )
  )[0];

const FILE = jsonl(
  capture(),
  "{ not json",
  capture({ engine: "altavista" }),
  capture({ capturedAt: "yesterday" }),
  "",
  capture(),
  capture({ text: "Buy a Verticore.", engine: "Google-AI-Mode" }),
  { prompt: "no engine" },
);

test("a dry run names every rejected line and why, and writes nothing", async () => {
  const { orgId, projectId } = await scene();
  const report = await asOrg(orgId, async () =>
    unwrap(await importCaptures({ projectId, format: "jsonl", content: FILE, dryRun: true })),
  );
  expect(report).toMatchObject({ lines: 7, accepted: 2, alreadyImported: 0 });
  expect(report.rejected.map(({ line, why }) => `${line} ${why}`)).toEqual([
    "2 is not JSON",
    expect.stringMatching(/^3 engine "altavista" is unknown: use one of/),
    expect.stringMatching(/^4 capturedAt: /),
    "6 is the same as line 1",
    "8 engine: is missing; text: is missing; capturedAt: is missing",
  ]);
  expect(await counts(projectId)).toEqual({ answers: 0, charged: 0 });
  expect(await inspect("select id from tracking.run where org_id = $1", [orgId])).toEqual([]);
});

test("an import passes the same recording as a bought answer, costs nothing, and twice changes nothing", async () => {
  const { orgId, projectId, ownBrandId } = await scene();
  const run = () =>
    asOrg(orgId, async () =>
      unwrap(
        await importCaptures({
          projectId,
          format: "jsonl",
          content: FILE,
          idempotencyKey: crypto.randomUUID(),
        }),
      ),
    );
  expect(await run()).toMatchObject({ accepted: 2, alreadyImported: 0 });
  expect(await counts(projectId)).toEqual({ answers: 2, charged: 0 });
  const stored = await inspect(
    `select a.engine_id, a.surface, a.contract, a.observed_at, c.canonical_url, c.kind, c.owner_brand_id, r.state
     from tracking.answer a join tracking.run r on r.id = a.run_id
     left join tracking.citation c on c.answer_id = a.id where a.project_id = $1 and a.engine_id = 'chatgpt'`,
    [projectId],
  );
  expect(stored).toEqual([
    {
      engine_id: "chatgpt",
      surface: "capture",
      contract: "captured-answer",
      observed_at: new Date("2025-10-20T09:00:00Z"),
      canonical_url: expect.stringMatching(/^https:\/\/halvorn\.example\/rise$/),
      kind: "cited",
      owner_brand_id: ownBrandId,
      state: "complete",
    },
  ]);
  const before = await inspect("select xmin, * from tracking.answer where project_id = $1 order by id", [
    projectId,
  ]);
  expect(await run()).toMatchObject({ accepted: 0, alreadyImported: 2 });
  expect(
    await inspect("select xmin, * from tracking.answer where project_id = $1 order by id", [projectId]),
  ).toEqual(before);
  const metrics = await inspect(
    "select count(*)::int as n from insight.metric_value where project_id = $1 and metric_id = 'presence'",
    [projectId],
  );
  expect(metrics[0]?.n).toBeGreaterThanOrEqual(2);
});

test("how an answer speaks of a brand, what its sources are and what stays undecided is stored with its versions", async () => {
  const { orgId, projectId, ownBrandId } = await scene();
  const target = crypto.randomUUID();
  await inspect(
    `with made as (insert into tracking.brand (org_id, id, project_id, name, kind) values ($1, $2, $3, 'Target', 'rival'))
     insert into tracking.brand_alias (org_id, project_id, brand_id, alias, folded) values ($1, $3, $2, 'Target', 'target')`,
    [orgId, target, projectId],
  );
  const content = jsonl(
    capture({
      text: "Avoid the Halvorn desk: it wobbles. Target Audience: offices.",
      sources: [
        { url: "https://www.reddit.com/r/desks/comments/1/halvorn", title: "Halvorn?" },
        { url: "https://halvorn.example/pricing", title: null },
      ],
    }),
  );
  await asOrg(orgId, async () =>
    unwrap(
      await importCaptures({ projectId, format: "jsonl", content, idempotencyKey: crypto.randomUUID() }),
    ),
  );
  const ofProject = "select id from tracking.answer where project_id = $1";
  expect(
    await inspect(
      `select brand_id, stance, stance_by, stance_confidence > 0.5 as sure from tracking.mention where answer_id in (${ofProject})`,
      [projectId],
    ),
  ).toEqual([
    { brand_id: ownBrandId, stance: "negative", stance_by: `rules@${STANCE_RULES_VERSION}`, sure: true },
  ]);
  expect(
    await inspect(
      `select domain_class, page_type, taxonomy_version from tracking.citation where answer_id in (${ofProject}) order by ordinal`,
      [projectId],
    ),
  ).toEqual([
    { domain_class: "community", page_type: "discussion", taxonomy_version: TAXONOMY_VERSION },
    { domain_class: "own", page_type: "product", taxonomy_version: TAXONOMY_VERSION },
  ]);
  expect(
    await inspect(
      `select m.brand_id, m.reason, m.confidence < 0.5 as doubted, m.extractor_version, jsonb_array_length(m.spans) as spans
       from tracking.ambiguous_mention m where answer_id in (${ofProject})`,
      [projectId],
    ),
  ).toEqual([
    {
      brand_id: target,
      reason: "ordinary_word",
      doubted: true,
      extractor_version: EXTRACTOR_VERSION,
      spans: 1,
    },
  ]);
});

test("a brand that only the repeated prompt names isn't mentioned; one that the answer names after it is", async () => {
  const { orgId, projectId } = await scene();
  const prompt = "Is the Halvorn desk steady enough for a heavy monitor?";
  const content = jsonl(
    capture({ prompt, text: `${prompt}\n\nYes.` }),
    capture({ prompt, text: `${prompt}\n\nYes, Halvorn is.` }),
    // The control: the same words, and another question.
    capture({ prompt: "Which desks are steady?", text: `${prompt}\n\nYes.` }),
  );
  await asOrg(orgId, async () =>
    unwrap(
      await importCaptures({ projectId, format: "jsonl", content, idempotencyKey: crypto.randomUUID() }),
    ),
  );
  expect(
    await inspect(
      `select p.text as prompt, w.text, m.spans from tracking.answer w
       join tracking.prompt p on p.id = w.prompt_id left join tracking.mention m on m.answer_id = w.id
       where w.project_id = $1 order by p.text, length(w.text)`,
      [projectId],
    ),
  ).toEqual([
    { prompt, text: `${prompt}\n\nYes.`, spans: null },
    {
      prompt,
      text: `${prompt}\n\nYes, Halvorn is.`,
      spans: [{ start: prompt.length + 7, end: prompt.length + 14 }],
    },
    { prompt: "Which desks are steady?", text: `${prompt}\n\nYes.`, spans: [{ start: 7, end: 14 }] },
  ]);
});

test("CSV comes in as well, and a broken quote keeps the rows before it", async () => {
  const { orgId, projectId } = await scene();
  const content = [
    "engine,prompt,text,capturedAt,sources",
    'chatgpt,Which desk?,"A Halvorn, they say.",2025-10-20T09:00:00Z,https://halvorn.example/a https://b.example/',
    'chatgpt,Which chair?,"never closed,2025-10-20T09:00:00Z,',
  ].join("\n");
  const report = await asOrg(orgId, async () =>
    unwrap(await importCaptures({ projectId, format: "csv", content, idempotencyKey: crypto.randomUUID() })),
  );
  expect(report.accepted).toBe(1);
  expect(report.rejected).toEqual([{ line: 3, why: expect.stringMatching(/is not CSV/) }]);
  const citations = await inspect(
    "select domain from tracking.citation c join tracking.answer a on a.id = c.answer_id where a.project_id = $1 order by 1",
    [projectId],
  );
  expect(citations.map((row) => row.domain)).toEqual(["b.example", "halvorn.example"]);
});

test("a new prompt in a later file adds a panel version; known prompts keep theirs", async () => {
  const { orgId, projectId } = await scene();
  const bring = (content: string) =>
    asOrg(orgId, async () =>
      unwrap(
        await importCaptures({ projectId, format: "jsonl", content, idempotencyKey: crypto.randomUUID() }),
      ),
    );
  await bring(jsonl(capture()));
  await bring(jsonl(capture({ capturedAt: "2025-10-21T09:00:00Z" })));
  await bring(jsonl(capture({ prompt: "And which chair?" })));
  const versions = await inspect(
    `select v.version, count(*)::int as prompts from tracking.panel p join tracking.panel_version v on v.panel_id = p.id
     join tracking.prompt q on q.panel_version_id = v.id where p.project_id = $1 and p.name = 'Imported captures'
     group by 1 order by 1`,
    [projectId],
  );
  expect(versions).toEqual([
    { version: 1, prompts: 1 },
    { version: 2, prompts: 2 },
  ]);
});

const recorded = "../shared/answers/answers.jsonl";
test.skipIf(!existsSync(recorded))(
  `all 528 recorded answers come in (skipped without ${recorded})`,
  async () => {
    const { orgId, projectId } = await scene();
    const content = readFileSync(recorded, "utf8");
    const report = await asOrg(orgId, async () =>
      unwrap(
        await importCaptures({ projectId, format: "jsonl", content, idempotencyKey: crypto.randomUUID() }),
      ),
    );
    expect(report).toEqual({ lines: 528, accepted: 528, alreadyImported: 0, rejected: [] });
    expect(await counts(projectId)).toEqual({ answers: 528, charged: 0 });
  },
);
