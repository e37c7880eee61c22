import { randomBytes } from "node:crypto";
import { type EmbeddedPostgres, startEmbedded } from "@/db/embedded";
import { cloneDatabase, provisionTemplate } from "@/db/provision";
import { startChild } from "../../scripts/demo/child-service";
import { DEMO_PERSON } from "../../scripts/demo/demo-person";
import { runScript } from "../fixtures/run-script";
import { startApp } from "../fixtures/start-app";

const DATABASE = "faults";

export interface FaultStage {
  /** The app's address. */
  readonly url: string;
  readonly server: EmbeddedPostgres;
  readonly superuserUrl: string;
  /** Everything that the web server and the worker have printed. */
  said(): string;
  stop(): Promise<void>;
}

/**
 * A product of its own to break: embedded server, two orgs of the demo's person, sandbox, worker, and the app of the
 * build that stands. `env` is added to what worker and app are started with; `{sandbox: false}` leaves the sandbox out.
 */
export async function startFaultStage(
  env: Readonly<Record<string, string>>,
  { sandbox = true } = {},
): Promise<FaultStage> {
  const server = await startEmbedded(`test-faults-${process.pid}`);
  const closing = [() => server.stop()];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    await cloneDatabase(server, await provisionTemplate(server), DATABASE);
    const base: Record<string, string> = {
      DATABASE_URL: server.url("citestreak_app", DATABASE),
      QUEUE_DATABASE_URL: server.url("citestreak_queue", DATABASE),
      INNGEST_EVENT_KEY: "local",
      ...env,
    };
    await runScript("e2e/faults/seed-orgs.ts", base);
    if (sandbox) {
      const engines = await startChild("scripts/sandbox.ts", ["--latency", "20,60"], {});
      closing.push(() => engines.stop());
      base.ENGINE_SANDBOX_URL = engines.url;
    }
    let heard = "";
    const worker = await startChild("scripts/worker.ts", [], base, (text) => {
      heard += text;
    });
    closing.push(() => worker.stop());
    const app = await startApp({
      ...base,
      INNGEST_BASE_URL: worker.url,
      INNGEST_SIGNING_KEY: "signkey-test-00000000",
      AUTH_SECRET: randomBytes(32).toString("base64url"),
      AUTH_TRUST_HOST: "true",
      DEMO_SIGN_IN: DEMO_PERSON.email,
    });
    closing.push(() => app.stop());
    const superuserUrl = server.url("postgres", DATABASE);
    return { url: app.url, server, superuserUrl, said: () => `${heard}\n${app.said()}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
