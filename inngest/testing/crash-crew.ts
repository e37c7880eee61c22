import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type CrashOrder, CrashReport } from "./crash-order";

const SCRIPT = fileURLToPath(new URL("./crash-child.ts", import.meta.url));

/** The child's program in one file: it loads in a seventh of the time, and some 200 of them are loaded. Its folder is removed by `remove`. */
async function bundle(): Promise<{ file: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "crash-child-"));
  const file = join(folder, "crash-child.mjs");
  // Packages in CommonJS still ask for `require`.
  const js = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
  await build({
    entryPoints: [SCRIPT],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: { js },
  });
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}

export interface CrashProcess {
  /** Its next report after the load. Rejects when it dies first. */
  reported(): Promise<CrashReport>;
  /** The signal that ended it, or null when it ended by itself. Waits for its end. */
  died(): Promise<NodeJS.Signals | null>;
  kill(): Promise<void>;
}

/** Processes of a crash test, with the environment of this one. The next ones load while the present one runs, so that a successor is there at once. */
export class CrashCrew {
  readonly #file: string;
  readonly #loading: Promise<ChildProcess>[] = [];
  #remove = () => {};
  readonly #all = new Set<ChildProcess>();

  private constructor(file: string, standby: number) {
    this.#file = file;
    for (let index = 0; index < standby; index += 1) this.#prepare();
  }

  /** `standby`: how many wait for an order at a time. */
  static async gather(standby = 1): Promise<CrashCrew> {
    const { file, remove } = await bundle();
    const crew = new CrashCrew(file, standby);
    crew.#remove = remove;
    return crew;
  }

  /** A loaded process gets its order; another one begins to load in its place. */
  async start(order: CrashOrder): Promise<CrashProcess> {
    const child = await (this.#loading.shift() ?? this.#load());
    this.#prepare();
    const reports: CrashReport[] = [];
    child.on("message", (message) => reports.push(CrashReport.parse(message)));
    const ended = once(child, "exit");
    child.send(order);
    return {
      async reported() {
        while (reports.length === 0) {
          await Promise.race([once(child, "message"), ended]);
          if (reports.length === 0) throw new Error("the process died before it had done its part");
        }
        return CrashReport.parse(reports.shift());
      },
      async died() {
        await ended;
        return child.signalCode;
      },
      async kill() {
        child.kill("SIGKILL");
        await ended;
      },
    };
  }

  stop(): void {
    for (const child of this.#all) child.kill("SIGKILL");
    this.#remove();
  }

  #prepare(): void {
    const loading = this.#load();
    loading.catch(() => {});
    this.#loading.push(loading);
  }

  async #load(): Promise<ChildProcess> {
    const child = fork(this.#file, [], {
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#all.add(child);
    const ended = once(child, "exit").then(() => {
      this.#all.delete(child);
      throw new Error("a process of the crash test ended while it loaded");
    });
    // After the load its end is no error; and one that loads when the test stops is nobody's business.
    ended.catch(() => {});
    await Promise.race([once(child, "message"), ended]);
    return child;
  }
}
