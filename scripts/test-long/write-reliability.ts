import { writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import type { Measured } from "@/db/testing/reliability-report";
import { reliabilityPage } from "./reliability-page";

/** Writes docs/reliability.md from the lines that a long run collected. */
export async function writeReliability(lines: string): Promise<void> {
  const measured = lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Measured => JSON.parse(line));
  const page = reliabilityPage(measured, {
    at: new Date(),
    processors: cpus().length,
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  });
  await writeFile("docs/reliability.md", page);
}
