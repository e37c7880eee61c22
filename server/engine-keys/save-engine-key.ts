import { sql } from "drizzle-orm";
import { engineKey } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { type AskDeps, checkKey, type GivenKey, getKeyProvider, type KeyProvider } from "@/server/engines";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden } from "@/server/kernel/errors";
import { newId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { type EngineKeyState, SaveEngineKeyInput, type TestedKeyDto } from "./contract";
import { asText, auditOf, openRow, readKeyRows, toDto } from "./key-rows";
import { keysAreOff, type MasterKeys, readMasterKeys } from "./master-keys";
import { sealSecret } from "./seal";

/** What a verb of keys meets the outside world with; everything has a default. */
export type KeyDeps = Pick<AskDeps, "fetch" | "environment">;

/** Shorter keys show none of their signs: four would be too much of them. */
const SHOWS_FOUR_FROM = 12;

/**
 * Tests a key with its provider, seals it and puts it in the place of the one that was there. From then on the org's asks
 * of that provider's engines are bought with it. A key that the provider refuses is a `conflict` and not saved, unless `keepRefused` says so;
 * one that couldn't be tested is saved as untested. The key that is stored already, saved again, changes nothing.
 */
export async function saveEngineKey(
  input: SaveEngineKeyInput,
  deps: KeyDeps = {},
): Promise<Result<TestedKeyDto>> {
  if (!mayActAs("admin")) return err(forbidden("change the organisation’s own keys"));
  const parsed = parseInput(SaveEngineKeyInput, input);
  if (!parsed.ok) return parsed;
  const masters = readMasterKeys(deps.environment);
  if (!masters) return err(keysAreOff());
  const { keepRefused, secret } = parsed.value;
  const provider = getKeyProvider(parsed.value.provider);
  const login = provider.variables.login === undefined ? undefined : parsed.value.login;
  if (provider.variables.login !== undefined && !login) return err(loginMissing());
  const key = { secret, login };
  const check = await checkKey(provider, key, deps);
  if (check.state === "refused" && !keepRefused) return err(new AppError("conflict", check.words));
  const state = check.state === "unclear" ? "untested" : check.state;
  return withTenant<TestedKeyDto>(async (tx) => {
    await storeKey(tx, masters, provider, key, state);
    const [stored] = await readKeyRows(tx, { provider: provider.id });
    if (!stored) throw new Error("a key that was stored isn't there");
    return ok({ check, key: toDto(stored) });
  });
}

async function storeKey(
  tx: TenantTransaction,
  masters: MasterKeys,
  provider: KeyProvider,
  key: GivenKey,
  state: EngineKeyState,
): Promise<void> {
  const [before] = await readKeyRows(tx, { provider: provider.id, lock: true });
  const known = before && openRow(masters, before);
  if (known && asText(known) === asText(key) && before.state === state) return;
  const { orgId, actor } = requireContext();
  const id = newId<string>();
  const lastFour = key.secret.length < SHOWS_FOUR_FROM ? "" : key.secret.slice(-4);
  const row = {
    ...sealSecret(masters, { orgId, provider: provider.id, version: id }, asText(key)),
    id,
    lastFour,
    state,
    testedAt: state === "untested" ? null : sql`now()`,
    savedBy: actor.kind === "user" ? actor.userId : null,
    createdAt: sql`now()`,
  };
  await tx
    .insert(engineKey)
    .values({ orgId, provider: provider.id, ...row })
    .onConflictDoUpdate({ target: [engineKey.orgId, engineKey.provider], set: row });
  await recordAudit(tx, {
    action: "engine_key.save",
    subjectType: "engine_key",
    subjectId: id,
    before: before ? auditOf(before) : null,
    after: auditOf({ provider: provider.id, lastFour, state }),
  });
}

function loginMissing(): AppError {
  const problem = "is missing";
  return new AppError("invalid_input", `login: ${problem}`, { problems: [{ field: "login", problem }] });
}
