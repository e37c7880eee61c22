import { requireContext } from "@/server/kernel/context";
import { type Action, roleMay } from "./contract";

/** Whether the current actor may do that. Our own jobs and checked senders may; an operator has no role in an org. */
export function mayDo(action: Action): boolean {
  const { actor } = requireContext();
  if (actor.kind === "operator") return false;
  return "role" in actor ? roleMay(actor.role, action) : true;
}
