import { workspace } from "@/db/schema";
import { asOrg, createTestOrg, inOrg } from "@/db/testing/factories";
import type { TestDatabase } from "@/db/testing/test-database";
import { importCaptures } from "@/server/imports";
import { newId, type OrgId, type ProjectId, type WorkspaceId } from "@/server/kernel/id";
import { type Result, unwrap } from "@/server/kernel/result";
import { createProject, saveBrand } from "@/server/projects";
import { finishRecompute, recomputeBatch, startRecompute } from "@/server/recompute";
import { listSeries, measureAnew } from "@/server/reports";

type Inspect = TestDatabase["inspect"];

interface Names {
  readonly name: string;
  readonly aliases: string[];
  readonly domains: string[];
}

/** The own brand before and after somebody learned what else it is called, and what else it owns. */
export const OLD_NAMES: Names = { name: "Halvorn", aliases: [], domains: ["halvorn.example"] };
export const NEW_NAMES: Names = {
  name: "Halvorn",
  aliases: ["Hv Desks"],
  domains: ["halvorn.example", "hv.example"],
};

const TEXTS = [
  "I would take the **Halvorn** desk, and not the Verticore; see [1].",
  "1. Hv Desks\n2. Verticore\n\nHv Desks is the best one for a small room.",
  "Most people here buy a Verticore. It is loud, but it lasts.",
  "Nobody knows. Look at [1] and decide.",
];
const HOSTS = ["www.halvorn.example", "hv.example", "desks.example"];

/** A capture of some week, engine and question, of which two thirds name the own brand by one name or the other. */
export function captures(count: number, from = 0): string {
  return Array.from({ length: count }, (_, offset) => {
    const index = from + offset;
    return JSON.stringify({
      engine: ["chatgpt", "perplexity"][index % 2],
      prompt: `Which desk, number ${index % 6}?`,
      text: `${TEXTS[(index * 7 + (index >> 2)) % TEXTS.length]}\n\nAnswer ${index}.`,
      sources: [{ url: `https://${HOSTS[index % 3]}/page-${index % 5}` }],
      capturedAt: new Date(Date.UTC(2026, 9, 5 + (index % 20), 9, index % 60)).toISOString(),
    });
  }).join("\n");
}

export interface ReadingScene {
  readonly orgId: OrgId;
  readonly projectId: ProjectId;
  readonly ownBrandId: string;
  readonly rivalId: string;
  within<T>(work: () => Promise<Result<T>>): Promise<T>;
  import(lines: string): Promise<void>;
  rename(names?: Names): Promise<void>;
  start(): Promise<Parameters<typeof recomputeBatch>[0]>;
}

/** A project that holds `lines`, read with these names of its own brand. */
export async function readingScene(lines: string, own = OLD_NAMES): Promise<ReadingScene> {
  const orgId = await createTestOrg({ credits: 100 });
  const workspaceId = newId<WorkspaceId>();
  await inOrg(orgId, (tx) =>
    tx.insert(workspace).values({ orgId, id: workspaceId, name: "Main", slug: "main" }),
  );
  const within = <T>(work: () => Promise<Result<T>>) => asOrg(orgId, async () => unwrap(await work()));
  const made = await within(() =>
    createProject({ workspaceId, name: "Desks", own, rivals: [{ name: "Verticore" }] }),
  );
  const { projectId, ownBrandId, rivalIds } = made;
  const scene: ReadingScene = {
    orgId,
    projectId,
    ownBrandId,
    rivalId: rivalIds[0] ?? "",
    within,
    async import(content) {
      const idempotencyKey = crypto.randomUUID();
      const wanted = { projectId, format: "jsonl", content, idempotencyKey } as const;
      const { rejected } = await within(() => importCaptures(wanted));
      if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
    },
    async rename(names = NEW_NAMES) {
      await within(() => saveBrand({ projectId, brandId: ownBrandId, ...names }));
    },
    start: async () => (await within(() => startRecompute({ projectId }))).recomputeId,
  };
  await scene.import(lines);
  return scene;
}

/** Takes a started one to its end in place, as the durable function would. */
export async function driveRecompute(
  scene: ReadingScene,
  recomputeId: Awaited<ReturnType<ReadingScene["start"]>>,
) {
  const { within, projectId } = scene;
  while ((await within(() => recomputeBatch(recomputeId))).left);
  for (const series of await within(() => listSeries(projectId))) await within(() => measureAnew(series));
  await within(() => finishRecompute(recomputeId));
}

const FACTS = ["answer", "mention", "ambiguous_mention", "citation"].map((table) => `tracking.${table}`);
const COUNTED = ["metric_value", "cell_week", "source_week", "streak"].map((table) => `insight.${table}`);
/** When and under which ids something was stored, and which import brought it: no two projects have the same. */
const OF_THE_ROW = ["org_id", "id", "run_id", "ask_id", "computed_at", "recorded_at"];

/** Every fact, counted row and number of the project, a line each, with names in place of its ids. */
export async function allThatIsKnown(inspect: Inspect, { orgId }: ReadingScene): Promise<string[]> {
  const labels = await inspect(
    `select id::text, 'brand ' || name as label from tracking.brand where org_id = $1
     union all select w.id::text, substring(w.text from 'Answer [0-9]+') from tracking.answer w where w.org_id = $1
     union all select id::text, 'prompt ' || text from tracking.prompt where org_id = $1
     union all select id::text, 'panel' from tracking.panel_version where org_id = $1
     union all select id::text, 'project' from tenancy.project where org_id = $1
     union all select distinct brand_set_version, 'set ' || dense_rank() over (order by brand_set_version)
       from tracking.answer where org_id = $1`,
    [orgId],
  );
  const lines: string[] = [];
  for (const table of [...FACTS, ...COUNTED]) {
    const rows = await inspect(
      `select (to_jsonb(t) - $2::text[])::text as row from ${table} t where org_id = $1`,
      [orgId, OF_THE_ROW],
    );
    lines.push(...rows.map(({ row }) => `${table} ${row}`));
  }
  return lines
    .map((line) => labels.reduce((text, { id, label }) => text.replaceAll(String(id), String(label)), line))
    .map(sortedKeys)
    .toSorted();
}

/** Ids are keys of some columns (`named`), and Postgres orders keys by what they are. */
function sortedKeys(line: string): string {
  const at = line.indexOf(" ");
  return `${line.slice(0, at)} ${JSON.stringify(JSON.parse(line.slice(at + 1)), comparable)}`;
}

/** Draws of an interval are seeded by the brand's own id: two projects have two. */
function comparable(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const drawn = "seed" in value && value.seed !== null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !drawn || !["seed", "panel", "market", "upperBound"].includes(key))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
