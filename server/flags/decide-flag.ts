import { createHash } from "node:crypto";
import { z } from "zod";
import { OrgId } from "@/server/kernel/id";
import { FLAGS } from "./flags";

/** For one org, or (null) for every org without a rule of its own: in which share of them the flag is on, in whole percent. */
export const FlagRule = z.object({
  flag: z.string(),
  orgId: OrgId.nullable(),
  percent: z.int().min(0).max(100),
});
export type FlagRule = Readonly<z.infer<typeof FlagRule>>;

/**
 * Whether a flag is on for an org: by the org's own rule, else by everybody's, else as the flag is by itself. An org that is
 * in at some percent stays in at every higher one. Pure. Throws for a flag that there isn't.
 */
export function isOn(flagId: string, rules: readonly FlagRule[], orgId: OrgId): boolean {
  const flag = FLAGS.find(({ id }) => id === flagId);
  if (!flag) throw new Error(`there is no flag ${flagId}`);
  const of = (whose: OrgId | null) => rules.find((rule) => rule.flag === flagId && rule.orgId === whose);
  const rule = of(orgId) ?? of(null);
  return rule ? placeOf(flagId, orgId) < rule.percent : flag.otherwise;
}

/** From 0 to below 100: the same for the same flag and org, and another for another flag. */
function placeOf(flagId: string, orgId: OrgId): number {
  return (createHash("sha256").update(`${flagId}:${orgId}`).digest().readUInt32BE(0) / 2 ** 32) * 100;
}
