import { parse } from "libpg-query";
import { definerFunctions, exemptTables, namespaces } from "@/db/testing/catalog/classification";
import type { Statement } from "../read-statements";
import { isSameTree, nameOf, nodesOf, wordsOf } from "../syntax-tree";
import type { SqlRule } from "./rule";

/** Rules that keep row-level security where it is. Rows are shown by policies, and by nothing around them. */
export const policyRules: readonly SqlRule[] = [
  {
    id: "rls-off",
    why: "policies of a table without row-level security are decoration",
    breaks: (statement) => alters(statement, "AT_DisableRowSecurity"),
  },
  {
    id: "rls-not-forced",
    why: "without FORCE the owner, and its definer functions, see all orgs",
    breaks: (statement) => alters(statement, "AT_NoForceRowSecurity"),
  },
  {
    id: "policy-changed",
    why: "a table keeps its two policies for life (db/policies.ts): between a DROP and a CREATE it has a hole, or none sees it",
    breaks: ({ trees }) =>
      nodesOf(trees, "AlterPolicyStmt").length > 0 ||
      nodesOf(trees, "DropStmt").some((drop) => drop.removeType === "OBJECT_POLICY"),
  },
  {
    id: "policy-not-own-org",
    why: "a policy compares org_id with the setting, read once, and nothing else (db/policies.ts)",
    breaks: ({ trees }) =>
      nodesOf(trees, "CreatePolicyStmt").some(({ qual, with_check }) =>
        [qual, with_check].some((condition) => condition !== undefined && !isSameTree(condition, ownOrg)),
      ),
  },
  {
    id: "view-sees-all",
    why: "a view without security_invoker reads with its owner's eyes; a materialised one stores what it saw",
    breaks: ({ trees }) =>
      nodesOf(trees, "ViewStmt").some((view) => !isOn(view.options, "security_invoker")) ||
      nodesOf(trees, "CreateTableAsStmt").some((made) => made.objtype === "OBJECT_MATVIEW"),
  },
  {
    id: "definer-unlisted",
    why: "a SECURITY DEFINER function is a door through row-level security: db/testing/catalog/classification.ts has to say why",
    breaks: ({ trees }) =>
      nodesOf(trees, "AlterFunctionStmt").some(({ actions }) => isOn(actions, "security")) ||
      nodesOf(trees, "CreateFunctionStmt").some(
        ({ options, funcname }) =>
          isOn(options, "security") && !(wordsOf(funcname).join(".") in definerFunctions),
      ),
  },
];

/** For migrations of a database that lives: the first two made tables in one file and closed them in the next. */
export const newTableRule: SqlRule = {
  id: "table-not-closed",
  why: "a new tenant table gets ENABLE, FORCE and its two policies in the file that makes it",
  breaks: ({ trees }, file) =>
    nodesOf(trees, "CreateStmt").some((made) => {
      const table = nameOf(made.relation);
      if (made.partbound || !isTenantTable(table)) return false;
      const policies = file.flatMap((each) => nodesOf(each.trees, "CreatePolicyStmt"));
      const own = policies.filter((policy) => nameOf(policy.table) === table);
      const isClosed = own.some(({ permissive }) => permissive) && own.some(({ permissive }) => !permissive);
      const isDone = (kind: string) => file.some((each) => alters(each, kind, table));
      return !(isClosed && isDone("AT_EnableRowSecurity") && isDone("AT_ForceRowSecurity"));
    }),
};

const ownOrg = nodesOf(
  await parse("select 1 where org_id = nullif((select current_setting('app.org_id', true)), '')::uuid"),
  "SelectStmt",
)[0]?.whereClause;

/** Whether `table` (`schema.name`) stands in the product's namespaces and is exempt from row-level security by no reason. */
export function isTenantTable(table: string): boolean {
  return namespaces.some((name) => table.startsWith(`${name}.`)) && !(table in exemptTables);
}

/** Whether the statement holds an ALTER TABLE command of that kind, on `table` or on any. */
export function alters({ trees }: Statement, kind: string, table?: string): boolean {
  return nodesOf(trees, "AlterTableStmt").some(
    ({ relation, cmds }) =>
      (table === undefined || nameOf(relation) === table) &&
      nodesOf(cmds, "AlterTableCmd").some(({ subtype }) => subtype === kind),
  );
}

/** Whether an option is there and not switched off. */
function isOn(options: unknown, name: string): boolean {
  const option = nodesOf(options, "DefElem").find(({ defname }) => defname === name);
  if (option === undefined) return false;
  const off = nodesOf(option, "Boolean").some(({ boolval }) => !boolval);
  return !off && !wordsOf(option).some((word) => ["false", "off", "no", "0"].includes(word.toLowerCase()));
}
