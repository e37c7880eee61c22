import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { strToU8, zipSync } from "fflate";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import { logger } from "@/server/kernel/logger";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { findProject } from "@/server/projects";
import { OUTCOMES_FILE, REPORT_FILE, SCRIPT_FILE, SUMS_FILE } from "./bundle-report";
import { type CollectedReport, collectReport } from "./collect-report";
import { BundleInput } from "./contract";
import { type AnswerHashes, writeOutcomes } from "./outcomes-file";
import { readmeOf } from "./readme-file";
import { recomputeSeries } from "./recompute-series";
import { readScript } from "./script-file";

export interface OpenBundle {
  /** As "citestreak-standing-desks-2026-11-16.zip", with the first day of the window. */
  readonly fileName: string;
  readonly zip: Uint8Array<ArrayBuffer>;
}

/** It is made in one go, by a process that serves others, too: under a second for so many. */
const MOST_ASKS = 20_000;

/**
 * The reproducibility bundle of a project's window, for every role: the numbers, the outcome of every answer behind them,
 * hashes, and a script that computes each number again. While answers come in or are read again the stored numbers lag
 * behind, and the bundle is refused as `busy`: every number but those of the bootstrap, which takes seconds, is computed first.
 */
export async function openBundle(
  input: Readonly<Record<string, string>>,
  mostAsks = MOST_ASKS,
): Promise<Result<OpenBundle>> {
  const parsed = parseInput(BundleInput, input);
  if (!parsed.ok) return parsed;
  const { workspace, project, ...filter } = parsed.value;
  const found = await findProject({ workspace, project });
  if (!found.ok) return found;
  const read = await withTenant(async (tx) => {
    const collected = await collectReport(tx, found.value, filter, mostAsks);
    return collected.ok
      ? ok({ ...collected.value, hashes: await readHashes(tx, collected.value) })
      : collected;
  });
  if (!read.ok) return read;
  const { report, asks, hashes } = read.value;
  if (lagsBehind(read.value)) return err(new AppError("busy", COUNTED_AGAIN));
  const files = {
    "README.md": strToU8(readmeOf(report)),
    [REPORT_FILE]: strToU8(`${JSON.stringify(report, null, 2)}\n`),
    [OUTCOMES_FILE]: strToU8(writeOutcomes(asks, hashes)),
    [SCRIPT_FILE]: await readScript(),
  };
  const sums = Object.entries(files).map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
  const [first] = report.series;
  // The same numbers make the same bytes.
  const zip = zipSync({ ...files, [SUMS_FILE]: strToU8(sums.join("")) }, { mtime: first?.computedAt });
  return ok({ fileName: `citestreak-${found.value.slug}-${first?.window.start}.zip`, zip });
}

const COUNTED_AGAIN =
  "These numbers are being counted again, since answers have come in or were read anew. Try again in a few minutes.";

/** Whether a number that needs no bootstrap comes out otherwise than it is stored. */
function lagsBehind({ report, asks }: CollectedReport): boolean {
  const differences = report.series.flatMap(({ window, rows }, index) => {
    const quick = { window, rows: rows.filter(({ seed }) => seed === null) };
    return recomputeSeries(report, quick, asks[index] ?? []).differences;
  });
  const shown = { orgId: requireContext().orgId, differences: differences.slice(0, 5) };
  if (differences.length > 0) logger.warn(shown, "numbers lag behind their answers");
  return differences.length > 0;
}

async function readHashes(
  tx: TenantTransaction,
  { asks }: CollectedReport,
): Promise<ReadonlyMap<string, AnswerHashes>> {
  const answerIds = asks.flat().flatMap(({ answerId }) => answerId ?? []);
  const { rows } = await tx.execute<{ id: string; text: string; raw: string }>(sql`
    select id, encode(sha256(convert_to(text, 'UTF8')), 'hex') as text, raw_sha256 as raw from tracking.answer
    where org_id = ${requireContext().orgId} and id = any(${sql.param(answerIds)}::uuid[])`);
  return new Map(rows.map(({ id, ...hashes }) => [id, hashes]));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
