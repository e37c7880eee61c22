import { randomBytes } from "node:crypto";
import { analysisVariables } from "@/server/analysis";
import { limitVariables } from "@/server/call-limits";
import { ceilingVariables } from "@/server/ceiling";
import { type LocalDatabase, openLocalDatabase } from "../local-database";
import { type ChildService, startChild } from "./child-service";

export interface Stack {
  readonly sandbox: ChildService;
  readonly worker: ChildService;
  /** What a further process of the product needs to join in. */
  readonly env: Readonly<Record<string, string>>;
  /** Who may make operators, where that is known. */
  readonly ownerUrl: string | undefined;
  stop(): Promise<void>;
}

/**
 * Everything the product needs, on this machine: a database (a fresh one of the demo's, unless another is given), the
 * sandbox in the engines' place, a stand-in in the analysis model's, and a worker with the local runtime. `answers`: the
 * sandbox replays this file instead of its made-up market; what answers by rule has no say about these, so the rules do.
 */
export async function startStack(options: {
  answers?: string | undefined;
  database?: LocalDatabase;
}): Promise<Stack> {
  const database = options.database ?? (await openLocalDatabase("demo", { fresh: true }));
  const mode = options.answers === undefined ? [] : ["--answers", options.answers];
  const [sandbox, model] = await Promise.all([
    startChild("scripts/sandbox.ts", ["--latency", "20,60", ...mode], {}),
    options.answers === undefined ? startChild("scripts/analysis-stand-in.ts", [], {}) : null,
  ]);
  const base = {
    DATABASE_URL: database.appUrl,
    QUEUE_DATABASE_URL: database.queueUrl,
    ENGINE_SANDBOX_URL: sandbox.url,
    INNGEST_EVENT_KEY: "local",
    // For this start alone, as is the database.
    KEY_ENCRYPTION_KEYS: `1:${randomBytes(32).toString("base64")}`,
    // A demo costs nothing and is never refused, whatever is set around it.
    ...Object.fromEntries(
      [...ceilingVariables, ...limitVariables, ...analysisVariables].map((name) => [name, ""]),
    ),
    ...(model && {
      ANALYSIS_BASE_URL: model.url,
      ANALYSIS_SMALL_MODEL: "stand-in-small",
      ANALYSIS_LARGE_MODEL: "stand-in-large",
    }),
  };
  const worker = await startChild("scripts/worker.ts", [], base);
  return {
    sandbox,
    worker,
    env: { ...base, INNGEST_BASE_URL: worker.url },
    ownerUrl: database.ownerUrl,
    async stop() {
      await worker.stop();
      await sandbox.stop();
      await model?.stop();
      await database.stop();
    },
  };
}
