import { spawn } from "node:child_process";
import type { Part } from "./parts";

export interface PartOutcome {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** Runs the parts, `atOnce` at a time, and tells `onEnd` of each as it ends. Never throws: a part that crashes failed. */
export async function runParts(
  parts: readonly Part[],
  atOnce: number,
  onEnd: (outcome: PartOutcome) => void,
): Promise<PartOutcome[]> {
  const waiting = [...parts];
  const outcomes: PartOutcome[] = [];
  const takeNext = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const outcome = await runPart(part);
      outcomes.push(outcome);
      onEnd(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, takeNext));
  return outcomes;
}

function runPart({ name, command, args }: Part): Promise<PartOutcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    let output = "";
    const end = (passed: boolean) =>
      resolve({ name, passed, output: output.trim(), seconds: (performance.now() - started) / 1000 });
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", (error) => {
      output += error.message;
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
}

const SHOWN_LINES = 80;

/** One line a part; the beginning of what a failed part printed stands below it. */
export function describePart({ name, passed, seconds, output }: PartOutcome): string {
  const line = `${passed ? "ok    " : "FAILED"}  ${name.padEnd(18)} ${seconds.toFixed(1).padStart(5)} s`;
  if (passed || output === "") return line;
  const lines = output.split("\n");
  const cut = lines.length > SHOWN_LINES ? [`... ${lines.length - SHOWN_LINES} lines more`] : [];
  return [line, ...[...lines.slice(0, SHOWN_LINES), ...cut].map((text) => `          ${text}`)].join("\n");
}
