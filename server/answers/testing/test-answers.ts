import { createHash, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { ambiguousMention, answer, ask, brand, citation, mention, rawBody, run } from "@/db/schema";
import { inOrg, type TestProject } from "@/db/testing/factories";
import type { AnswerState, Surface } from "@/server/engines";
import type { DomainClass, PageType, Stance } from "@/server/extraction";
import {
  type AnswerId,
  type AskId,
  type BrandId,
  newId,
  type OrgId,
  type PromptId,
  type RunId,
} from "@/server/kernel/id";
import type { Span } from "../contract";

/** An answer as a test wants it; what it leaves out is ordinary. */
export interface WantedAnswer {
  readonly text?: string;
  readonly state?: AnswerState;
  readonly engineId?: string;
  readonly surface?: Surface;
  readonly locale?: string;
  readonly sandbox?: boolean;
  readonly promptId?: PromptId;
  readonly runId?: RunId;
  readonly observedAt?: string;
  readonly named?: readonly {
    readonly brandId: BrandId;
    readonly rank?: number;
    readonly spans?: readonly Span[];
    /** Left out: read before there were stances. */
    readonly stance?: Stance;
  }[];
  readonly undecided?: readonly BrandId[];
  readonly cited?: readonly {
    readonly url: string;
    readonly domain: string;
    readonly kind?: "cited" | "linked" | "retrieved";
    readonly owner?: BrandId;
    readonly spans?: readonly Span[];
    /** Left out: read before there was a taxonomy. */
    readonly domainClass?: DomainClass;
    readonly pageType?: PageType;
  }[];
  /** What the engine sent; the text itself when left out. */
  readonly body?: string;
  readonly parser?: string;
  /** Leave the searched words out, as in rows from before the column. */
  readonly unsearched?: boolean;
}

/** The own brand and the rivals of a project, by name, as bare rows. */
export async function addTestBrands(
  orgId: OrgId,
  { projectId }: TestProject,
  own: string,
  ...rivals: string[]
): Promise<BrandId[]> {
  const rows = [own, ...rivals].map((name, index) => ({
    orgId,
    id: newId<BrandId>(),
    projectId,
    name,
    kind: index === 0 ? ("own" as const) : ("rival" as const),
  }));
  await inOrg(orgId, (tx) => tx.insert(brand).values(rows));
  return rows.map(({ id }) => id);
}

/** A run of the project, to hang answers on. */
export async function addTestRun(
  orgId: OrgId,
  project: TestProject,
  kind: "ask" | "import" = "ask",
): Promise<RunId> {
  const id = newId<RunId>();
  await inOrg(orgId, (tx) =>
    tx.insert(run).values({
      orgId,
      id,
      projectId: project.projectId,
      panelVersionId: project.panelVersionId,
      kind,
      state: "complete",
      grid: [],
      repeats: 1,
      priceVersion: 1,
      priceCredits: 0,
      sandbox: true,
      observedAt: new Date("2026-11-02T00:00:00Z"),
    }),
  );
  return id;
}

let repeat = 0;

/** Stores an answer with its ask, raw body, mentions and citations as the verbs would leave them. */
export async function addTestAnswer(
  orgId: OrgId,
  project: TestProject,
  runId: RunId,
  wanted: WantedAnswer = {},
): Promise<AnswerId> {
  const [answerId, askId] = [newId<AnswerId>(), newId<AskId>()];
  const [firstPrompt] = project.promptIds;
  const promptId = wanted.promptId ?? firstPrompt;
  if (!promptId) throw new Error("the project needs a prompt");
  const text = wanted.text ?? "A plain answer.";
  const body = wanted.body ?? text;
  const sha256 = createHash("sha256").update(body).digest("hex");
  const { engineId = "chatgpt", surface = "api", observedAt = "2026-11-02T10:00:00Z" } = wanted;
  repeat += 1;
  await inOrg(orgId, async (tx) => {
    await tx.insert(ask).values({
      orgId,
      id: askId,
      runId: wanted.runId ?? runId,
      promptId,
      engineId,
      surface,
      repeat,
      locale: wanted.locale ?? "en-US",
      observedAt: new Date(observedAt),
      credits: 2,
      state: "answered",
      calls: 1,
    });
    await tx.insert(rawBody).values({
      orgId,
      askId,
      leaseToken: randomUUID(),
      parser: wanted.parser ?? engineId,
      body: gzipSync(body),
      sha256,
      latencyMs: 1234,
    });
    await tx.insert(answer).values({
      orgId,
      id: answerId,
      askId,
      runId: wanted.runId ?? runId,
      projectId: project.projectId,
      promptId,
      engineId,
      surface,
      state: wanted.state ?? "answered",
      text,
      ...(!wanted.unsearched && { search: sql`to_tsvector('simple', ${text}::text)` }),
      rawSha256: sha256,
      modelRequested: "model-a",
      modelServed: "model-a-2026",
      searchTriggered: true,
      searchQueries: ["best rocket"],
      usage: {
        inputTokens: 10,
        cachedInputTokens: null,
        outputTokens: 20,
        reasoningTokens: null,
        searches: 1,
      },
      costMicros: 12_300,
      finish: "stop",
      contract: "contract/v1",
      extractorVersion: "rules-1",
      brandSetVersion: "set-1",
      charged: 2,
      sandbox: wanted.sandbox ?? true,
      observedAt: sql`${observedAt}::timestamptz`,
    });
    for (const [index, { brandId, rank, spans, stance }] of (wanted.named ?? []).entries())
      await tx.insert(mention).values({
        orgId,
        answerId,
        brandId,
        spans: spans ?? [{ start: 0, end: 1 }],
        order: index + 1,
        rank: rank ?? null,
        confidence: 1,
        ...(stance && { stance, stanceConfidence: 0.5, stanceBy: "rules@0" }),
      });
    for (const brandId of wanted.undecided ?? [])
      await tx.insert(ambiguousMention).values({
        orgId,
        answerId,
        brandId,
        spans: [{ start: 0, end: 1 }],
        reason: "ordinary_word",
        confidence: 0.25,
        extractorVersion: "rules-1",
      });
    for (const [index, { url, domain, kind, owner, spans, domainClass, pageType }] of (
      wanted.cited ?? []
    ).entries())
      await tx.insert(citation).values({
        orgId,
        answerId,
        ordinal: index + 1,
        url,
        canonicalUrl: url,
        domain,
        title: null,
        kind: kind ?? "cited",
        ownerBrandId: owner ?? null,
        spans: spans ?? [],
        ...(domainClass && { domainClass, pageType: pageType ?? "other", taxonomyVersion: "0" }),
      });
  });
  return answerId;
}
