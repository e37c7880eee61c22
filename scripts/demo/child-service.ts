import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface ChildService {
  /** What the service said it listens on. */
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/**
 * Starts one of our scripts as a process of its own and waits for its `{"url": …}` line. It ends with this process. Its
 * stderr is ours, unless `hear` takes it.
 */
export async function startChild(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  hear: (text: string) => void = (text) => void process.stderr.write(text),
): Promise<ChildService> {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr.on("data", (chunk: Buffer) => hear(chunk.toString()));
  const kill = () => void child.kill("SIGTERM");
  process.once("exit", kill);
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${script} stopped at start (exit code ${code})`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith('{"url"')) resolve(JSON.parse(line).url);
    });
  });
  return {
    url,
    process: child,
    async stop() {
      process.off("exit", kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
