import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { glob, stat } from "node:fs/promises";
import { freePort } from "@/db/embedded";
import { DEMO_PERSON } from "./demo-person";

const NEXT = "node_modules/next/dist/bin/next";
const SOURCES = "{app,components,server,inngest,db,public}/**/*.{ts,tsx,css,png,svg}";
const SETTINGS = ["package-lock.json", "next.config.ts", "proxy.ts", "instrumentation.ts"];

/** The production build, made when it is missing or older than what it was made from. Throws with what it printed. */
export async function buildApp(): Promise<void> {
  const builtAt = (await modifiedAt(".next/BUILD_ID")) ?? 0;
  if ((await newestSource()) < builtAt) return;
  const child = spawn(process.execPath, [NEXT, "build"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`next build failed:\n${said}`);
}

/** Serves the built app until Ctrl-C, with a way in for every visitor. */
export async function serveApp(): Promise<void> {
  const port = await freePort();
  const app = spawn(process.execPath, [NEXT, "start", "--hostname", "127.0.0.1", "--port", String(port)], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      AUTH_SECRET: randomBytes(32).toString("base64url"),
      AUTH_TRUST_HOST: "true",
      DEMO_SIGN_IN: DEMO_PERSON.email,
      DEVELOPMENT_MAILBOX: "true",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  process.once("exit", () => void app.kill("SIGTERM"));
  console.log(
    `\nThe app runs on http://127.0.0.1:${port}: “Sign in”, then “Enter the demo”. Jobs that failed for good are at /operations. Ctrl-C ends it.`,
  );
  await once(app, "exit");
}

async function newestSource(): Promise<number> {
  let newest = 0;
  for (const path of SETTINGS) newest = Math.max(newest, (await modifiedAt(path)) ?? 0);
  for await (const path of glob(SOURCES)) newest = Math.max(newest, (await modifiedAt(path)) ?? 0);
  return newest;
}

async function modifiedAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
