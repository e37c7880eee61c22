import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { forbidden } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { SaveSetupInput } from "./contract";
import { actingPerson, writeDraft } from "./draft-rows";

/** Keeps the person's draft as it is, right or not, for another day. For members. */
export async function saveSetup(input: SaveSetupInput): Promise<Result<void>> {
  const userId = actingPerson();
  if (userId === undefined || !mayDo("project.create")) return err(forbidden("create a project"));
  const parsed = parseInput(SaveSetupInput, input);
  if (!parsed.ok) return parsed;
  return withTenant(async (tx) => {
    if (!(await writeDraft(tx, userId, parsed.value.draft))) return ok(undefined);
    await recordAudit(tx, { action: "setup.save", subjectType: "user", subjectId: userId });
    return ok(undefined);
  });
}
