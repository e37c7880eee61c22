import { and, eq, sql } from "drizzle-orm";
import { engineKey } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { checkKey, getKeyProvider, type KeyCheck } from "@/server/engines";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { EngineKeyInput, type TestedKeyDto } from "./contract";
import { auditOf, type KeyRow, openRow, readKeyRows, toDto } from "./key-rows";
import { keysAreOff, readMasterKeys } from "./master-keys";
import type { KeyDeps } from "./save-engine-key";
import { unopened } from "./unopened";

/**
 * Asks the provider whether it (still) knows the stored key, and keeps what it says. An answer that says nothing about the
 * key leaves it as it stands. Within ten seconds of the last test the provider isn't asked again.
 */
export async function testEngineKey(
  input: EngineKeyInput,
  deps: KeyDeps = {},
): Promise<Result<TestedKeyDto>> {
  if (!mayActAs("admin")) return err(forbidden("test the organisation’s own keys"));
  const parsed = parseInput(EngineKeyInput, input);
  if (!parsed.ok) return parsed;
  const masters = readMasterKeys(deps.environment);
  if (!masters) return err(keysAreOff());
  const provider = getKeyProvider(parsed.value.provider);
  const read = await withTenant(async (tx) => ok(await readKeyRows(tx, { provider: provider.id })));
  if (!read.ok) return read;
  const [row] = read.value;
  if (!row) return err(notFound("key"));
  if (row.justTested && row.state !== "untested") {
    const words = "It was tested a moment ago. Wait a few seconds to test it again.";
    return ok({ check: { state: row.state, words }, key: toDto(row) });
  }
  const key = openRow(masters, row);
  if (!key) return err(unopened(provider.label));
  const check = await checkKey(provider, key, deps);
  return check.state === "unclear" ? ok({ check, key: toDto(row) }) : keepVerdict(row, check);
}

async function keepVerdict(row: KeyRow, check: KeyCheck): Promise<Result<TestedKeyDto>> {
  const { state } = check;
  if (state === "unclear") return ok({ check, key: toDto(row) });
  return withTenant<TestedKeyDto>(async (tx) => {
    const [now] = await readKeyRows(tx, { provider: row.provider, lock: true });
    if (now?.id !== row.id) return err(replaced());
    await tx
      .update(engineKey)
      .set({ state, testedAt: sql`now()` })
      .where(and(eq(engineKey.orgId, requireContext().orgId), eq(engineKey.provider, row.provider)));
    await recordAudit(tx, {
      action: "engine_key.test",
      subjectType: "engine_key",
      subjectId: row.id,
      before: auditOf(now),
      after: auditOf({ ...now, state }),
    });
    const [tested] = await readKeyRows(tx, { provider: row.provider });
    return tested ? ok({ check, key: toDto(tested) }) : err(replaced());
  });
}

function replaced(): AppError {
  return new AppError("conflict", "Somebody replaced or removed this key while it was tested. Look again.");
}
