import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { analysisCache } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { ok, type Result } from "@/server/kernel/result";
import type { AnalysisTask, Portability } from "../define-task";
import { embedText } from "../model/embed-text";
import type { EmbeddingSettings } from "../model/model-status";
import { canonicalJson } from "./canonical-json";
import { isSimilar } from "./similarity";
import { guardOf } from "./text-guard";

type AnyTask<Input, Raw, Output> = Pick<
  AnalysisTask<Input, Raw, Output>,
  "id" | "prompt" | "output" | "accept" | "portability"
>;

/** What stands for an input: its hash, and where similarity is asked for, its guard and its vector. */
export interface CacheKey {
  readonly task: string;
  readonly promptVersion: string;
  readonly model: string;
  readonly inputSha256: string;
  readonly guard: string | null;
  readonly embedding: number[] | null;
}

export interface Cached<Output> {
  readonly value: Output;
  readonly confidence: number;
  readonly how: "exact" | "similar";
}

/** The key of an input for the exact lookup. Org, model and version of the prompt are part of every key. */
export function keyOf<Input, Raw, Output>(
  task: AnyTask<Input, Raw, Output>,
  input: Input,
  model: string,
): CacheKey {
  const inputSha256 = sha256(canonicalJson(input));
  return {
    task: task.id,
    promptVersion: task.prompt.version,
    model,
    inputSha256,
    guard: null,
    embedding: null,
  };
}

/** The answer that was given to exactly this input, or null. */
export async function readExact<Input, Raw, Output>(
  task: AnyTask<Input, Raw, Output>,
  input: Input,
  key: CacheKey,
): Promise<Result<Cached<Output> | null>> {
  return withTenant<Cached<Output> | null>(async (tx) => {
    const [row] = await tx
      .select({ output: analysisCache.output })
      .from(analysisCache)
      .where(and(...sameTask(key), eq(analysisCache.inputSha256, key.inputSha256)));
    const raw = task.output.safeParse(row?.output);
    const accepted = raw.success ? task.accept(raw.data, input) : null;
    if (!accepted?.ok) return ok(null);
    return ok({ value: accepted.value, confidence: accepted.confidence, how: "exact" });
  });
}

/** The key with what similarity needs, for tasks whose answers may be carried over; as it was where there is no vector. */
export async function withVector<Input, Raw, Output>(
  { portability }: AnyTask<Input, Raw, Output>,
  input: Input,
  key: CacheKey,
  settings: EmbeddingSettings | null,
): Promise<CacheKey> {
  if (!portability || !settings) return key;
  const text = portability.textOf(input);
  const embedding = await embedText(settings, text);
  if (embedding === null) return key;
  const same = [settings.model, canonicalJson(portability.frameOf(input)), guardOf(text)];
  return { ...key, embedding, guard: sha256(same.join("\n")) };
}

/** How many of the newest entries under one guard are compared. */
const COMPARED = 50;

/**
 * The answer that was given to a text of the same meaning, or null: same org, task, version, model, frame and guard, all
 * equal before any similarity, and a vector that is near enough.
 */
export async function readSimilar<Input, Raw, Output>(
  task: AnyTask<Input, Raw, Output>,
  key: CacheKey,
): Promise<Result<Cached<Output> | null>> {
  const { portability } = task;
  const { guard, embedding } = key;
  if (!portability || guard === null || embedding === null) return ok(null);
  return withTenant<Cached<Output> | null>(async (tx) => {
    const rows = await tx
      .select({ output: analysisCache.output, embedding: analysisCache.embedding })
      .from(analysisCache)
      .where(and(...sameTask(key), eq(analysisCache.guard, guard)))
      .orderBy(desc(analysisCache.createdAt))
      .limit(COMPARED);
    const near = rows.find((row) => row.embedding !== null && isSimilar(row.embedding, embedding));
    return ok(near ? carried(task, portability, near.output) : null);
  });
}

function carried<Input, Raw, Output>(
  task: AnyTask<Input, Raw, Output>,
  { carry }: Portability<Input, Raw, Output>,
  output: unknown,
): Cached<Output> | null {
  const raw = task.output.safeParse(output);
  return raw.success ? { ...carry(raw.data), how: "similar" } : null;
}

/** Keeps a model's answer under the key. Whoever was first stays. */
export async function keepAnswer(key: CacheKey, output: unknown): Promise<Result<void>> {
  return withTenant(async (tx) => {
    await tx
      .insert(analysisCache)
      .values({ orgId: requireContext().orgId, ...key, output })
      .onConflictDoNothing();
    return ok(undefined);
  });
}

function sameTask({ task, promptVersion, model }: CacheKey) {
  return [
    eq(analysisCache.orgId, requireContext().orgId),
    eq(analysisCache.task, task),
    eq(analysisCache.promptVersion, promptVersion),
    eq(analysisCache.model, model),
  ];
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
