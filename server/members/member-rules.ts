import type { Role } from "@/server/kernel/context";
import { AppError, forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";

interface Change {
  readonly from: Role;
  /** Null: the membership ends. */
  readonly to: Role | null;
  /** Owners of the org as they are now, under its lock. */
  readonly owners: number;
  readonly mayChangeOwners: boolean;
}

/** Whether a membership may change so: the last owner stays one, and owners are made and unmade by owners. */
export function checkMemberChange({ from, to, owners, mayChangeOwners }: Change): Result<void> {
  if ((from === "owner" || to === "owner") && !mayChangeOwners) return err(forbidden("decide about owners"));
  if (from === "owner" && to !== "owner" && owners <= 1)
    return err(
      new AppError(
        "conflict",
        "An organisation needs an owner. Make somebody else one first, then try again.",
      ),
    );
  return ok(undefined);
}
