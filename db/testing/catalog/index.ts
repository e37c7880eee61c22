import { grantRules } from "./grant-rules";
import { keyRules } from "./key-rules";
import type { Mutation } from "./mutation";
import { policyRules } from "./policy-rules";
import { privilegeMutations } from "./privilege-mutations";
import { roleRules } from "./role-rules";
import type { CatalogRule } from "./rule";
import { tableMutations } from "./table-mutations";
import { tableRules } from "./table-rules";

export { correctAddition } from "./correct-addition";
export { relations } from "./relations";
export type { CatalogQuery, CatalogRule } from "./rule";

/** Every rule of isolation. A migrated database breaks none of them; each of them has a mutation that it catches. */
export const catalogRules: readonly CatalogRule[] = [
  ...tableRules,
  ...policyRules,
  ...keyRules,
  ...grantRules,
  ...roleRules,
];

/** Seeded faults: each is applied, looked for and rolled back. */
export const mutations: readonly Mutation[] = [...tableMutations, ...privilegeMutations];
