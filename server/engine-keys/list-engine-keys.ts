import { withTenant } from "@/db/tenant";
import { engineStatus, engines, keyProviderOf, keyProviders } from "@/server/engines";
import { mayActAs } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import type { EngineKeysDto } from "./contract";
import { readKeyRows, toDto } from "./key-rows";
import { KEYS_OFF, readMasterKeys } from "./master-keys";
import type { KeyDeps } from "./save-engine-key";

/** Every provider whose key an org can bring, with what may be shown of the one that it brought. For admins and owners. */
export async function listEngineKeys(
  deps: Pick<KeyDeps, "environment"> = {},
): Promise<Result<EngineKeysDto>> {
  if (!mayActAs("admin")) return err(forbidden("see the organisation’s own keys"));
  const { environment } = deps;
  return withTenant<EngineKeysDto>(async (tx) => {
    const rows = new Map((await readKeyRows(tx)).map((row) => [row.provider, row]));
    return ok({
      off: readMasterKeys(environment) === null ? KEYS_OFF : null,
      sandbox: engines.some(({ id }) => isSandbox(id, environment)),
      providers: keyProviders.map(({ id, label, variables }) => {
        const row = rows.get(id);
        return {
          provider: id,
          label,
          hasLogin: variables.login !== undefined,
          engines: engines.filter((engine) => keyProviderOf(engine.id)?.id === id).map((each) => each.label),
          key: row ? toDto(row) : null,
        };
      }),
    });
  });
}

function isSandbox(engineId: string, environment: KeyDeps["environment"]): boolean {
  const status = engineStatus(engineId, environment);
  return status.ready && status.sandbox;
}
