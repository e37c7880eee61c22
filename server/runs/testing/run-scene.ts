import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, vi } from "vitest";
import { workspace } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { inngest } from "@/inngest/client";
import { healEngines } from "@/server/engine-health/testing/heal-engines";
import { TEST_MASTER_KEYS } from "@/server/engine-keys/testing/test-master-keys";
import { type SandboxOptions, startSandbox } from "@/server/engines";
import { type AskId, newId, type OrgId, type RunId, type WorkspaceId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { savePanel } from "@/server/panels";
import { createProject } from "@/server/projects";
import { measureRun } from "@/server/reports";
import { beginClosing, buyAnswer, finishRun, recordAnswer, releaseRun, reserveRun } from "@/server/runs";

export interface SentEvent {
  readonly name: string;
  readonly data: { readonly runId: RunId; readonly askId?: AskId };
}

export interface Outside {
  /** Events that left, in order: what a job runtime would have received, over HTTP. */
  readonly sent: SentEvent[];
  sandboxUrl(): string;
  paidCalls(): Promise<number>;
  /** Replaces the sandbox's fault switches; what engines did before is forgotten, in this process and in the database. */
  setFaults(faults: readonly unknown[]): Promise<void>;
}

/** The world outside the verbs, real over HTTP: a sandbox for the engines and a receiver for the events. */
export function outside(options: Omit<SandboxOptions, "port"> = { mode: "seeded" }): Outside {
  const sent: SentEvent[] = [];
  let url = "";
  const closers: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const sandbox = await startSandbox(options);
    url = sandbox.url;
    vi.stubEnv("ENGINE_SANDBOX_URL", url);
    vi.stubEnv("KEY_ENCRYPTION_KEYS", TEST_MASTER_KEYS);
    const receiver = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const events: SentEvent[] = JSON.parse(Buffer.concat(chunks).toString());
      sent.push(...events);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ status: 200, ids: events.map(() => crypto.randomUUID()) }));
    });
    receiver.listen(0, "127.0.0.1");
    await once(receiver, "listening");
    const address = receiver.address();
    if (address === null || typeof address === "string") throw new Error("the receiver has no port");
    inngest.setEnvVars({ INNGEST_BASE_URL: `http://127.0.0.1:${address.port}`, INNGEST_EVENT_KEY: "test" });
    closers.push(
      () => sandbox.close(),
      async () => {
        receiver.closeAllConnections();
        receiver.close();
      },
    );
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    for (const close of closers) await close();
  });
  return {
    sent,
    sandboxUrl: () => url,
    paidCalls: async () => (await (await fetch(`${url}/__sandbox/log`)).json()).calls,
    async setFaults(faults) {
      const body = JSON.stringify({ faults });
      const reply = await fetch(`${url}/__sandbox/faults`, { method: "POST", body });
      if (!reply.ok) throw new Error(await reply.text());
      await healEngines();
    },
  };
}

/** An org with credits and a project of the sandbox's kind: an own brand, a rival and a panel. */
export async function createScene(options: { credits: number; prompts: readonly string[] }) {
  const orgId = await createTestOrg({ credits: options.credits });
  return asOrg(orgId, async () => {
    const workspaceId = newId<WorkspaceId>();
    unwrap(
      await withTenant(async (tx) =>
        ok(await tx.insert(workspace).values({ orgId, id: workspaceId, name: "Main", slug: "main" })),
      ),
    );
    const project = unwrap(
      await createProject({
        workspaceId,
        name: "Desks",
        own: { name: "Halvorn", domains: ["halvorn.example"] },
        rivals: [{ name: "Verticore" }],
      }),
    );
    const panel = unwrap(
      await savePanel({
        projectId: project.projectId,
        name: "Main",
        prompts: options.prompts.map((text) => ({ text })),
      }),
    );
    return { orgId, workspaceId, ...project, ...panel };
  });
}

/** Takes a requested run through its steps in place, as the durable functions would: reserve, each ask, close. */
export async function driveRun(orgId: OrgId, runId: RunId, askIds: () => Promise<AskId[]>): Promise<void> {
  await asOrg(orgId, async () => {
    unwrap(await reserveRun(runId));
    for (const askId of await askIds()) await driveAsk(askId);
    if (unwrap(await beginClosing(runId)).ready) {
      unwrap(await releaseRun(runId));
      unwrap(await measureRun(runId));
      unwrap(await finishRun(runId));
    }
  });
}

/** One ask through its two steps, tried at most `tries` times. */
export async function driveAsk(askId: AskId, tries = 3): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const purchase = unwrap(await buyAnswer(askId, attempt === tries));
    if (purchase.kind === "bought") unwrap(await recordAnswer(askId, purchase.leaseToken));
    if (purchase.kind !== "try_again") return;
  }
}
