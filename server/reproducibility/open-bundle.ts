import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { strToU8, zipSync } from "fflate";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { AppError, notFound } from "@/server/kernel/errors";
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

/** Beyond it a file would be taken into memory whole: about 100 MB. */
const MOST_ASKS = 200_000;

/**
 * The reproducibility bundle of a project's window, for every role: the numbers, the outcome of every answer behind them,
 * hashes, and a script that computes each number again. It was done here before it is given away: while answers come in or
 * are read again the stored numbers lag behind, and the bundle is refused as `busy`.
 */
export async function openBundle(input: Readonly<Record<string, string>>): Promise<Result<OpenBundle>> {
  const parsed = parseInput(BundleInput, input);
  if (!parsed.ok) return parsed;
  const { workspace, project, ...filter } = parsed.value;
  const found = await findProject({ workspace, project });
  if (!found.ok) return found;
  return withTenant<OpenBundle>(async (tx) => {
    const collected = await collectReport(tx, found.value, filter);
    const refused = whyNot(collected);
    if (refused) return err(refused);
    const { report, asks } = collected;
    const files = {
      "README.md": strToU8(readmeOf(report)),
      [REPORT_FILE]: strToU8(`${JSON.stringify(report, null, 2)}\n`),
      [OUTCOMES_FILE]: strToU8(writeOutcomes(asks, await readHashes(tx, collected))),
      [SCRIPT_FILE]: await readScript(),
    };
    const sums = Object.entries(files).map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
    const [first] = report.series;
    // The same numbers make the same bytes.
    const mtime = first?.computedAt;
    const zip = zipSync({ ...files, [SUMS_FILE]: strToU8(sums.join("")) }, { mtime });
    return ok({ fileName: `citestreak-${found.value.slug}-${first?.window.start}.zip`, zip });
  });
}

function whyNot({ report, asks }: CollectedReport): AppError | null {
  if (report.series.length === 0) return notFound("window with numbers of this method");
  const total = asks.reduce((sum, ofSeries) => sum + ofSeries.length, 0);
  if (total > MOST_ASKS)
    return new AppError(
      "invalid_input",
      `This window has ${total} asks; a bundle holds ${MOST_ASKS} at most. Choose one engine.`,
    );
  const differences = report.series.flatMap(
    (series, index) => recomputeSeries(report, series, asks[index] ?? []).differences,
  );
  if (differences.length === 0) return null;
  logger.warn(
    { orgId: requireContext().orgId, differences: differences.slice(0, 5) },
    "numbers lag behind their answers",
  );
  return new AppError(
    "busy",
    "These numbers are being counted again, since answers have come in or were read anew. Try again in a few minutes.",
  );
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
