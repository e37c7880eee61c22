import { appendOnlyTables, insertOnlyTables, rereadTables, roles } from "@/db/testing/catalog/classification";
import type { Statement } from "../read-statements";
import { type NodeOf, nameOf, nodesOf, roleOf } from "../syntax-tree";
import type { SqlRule } from "./rule";

const BEYOND_ROWS = ["truncate", "references", "trigger", "maintain", "create", "temporary", "temp"];
const UNBOUND = ["issuperuser", "superuser", "bypassrls", "createrole", "createdb", "isreplication"];
const RECORDS: readonly string[] = [...appendOnlyTables, ...insertOnlyTables];

/** Rules about what a role may do, and what it is. */
export const grantRules: readonly SqlRule[] = [
  {
    id: "grant-to-public",
    why: "PUBLIC is every role there will ever be: name the role",
    breaks: (statement) =>
      grantsOf(statement).some(({ grantees }) =>
        nodesOf(grantees, "RoleSpec").some((role) => roleOf(role) === "public"),
      ),
  },
  {
    id: "grant-beyond-rows",
    why: "TRUNCATE ignores policies; grant SELECT, INSERT, UPDATE or DELETE by name",
    breaks: (statement) =>
      grantsOf(statement).some(
        (grant) =>
          (privilegesOf(grant).length === 0 && grant.objtype !== "OBJECT_FUNCTION") ||
          privilegesOf(grant).some(({ name }) => BEYOND_ROWS.includes(name)),
      ),
  },
  {
    id: "grant-in-bulk",
    why: "ALL TABLES IN SCHEMA takes in the append-only ones, and default privileges tables that nobody has thought of yet",
    breaks: (statement) => grantsOf(statement).some(({ targtype }) => targtype !== "ACL_TARGET_OBJECT"),
  },
  {
    id: "grant-on-record",
    why: "what was recorded (ledger, audit log, answers) is changed by nobody: SELECT and INSERT alone, and UPDATE of what reading an answer again gives",
    breaks: (statement) =>
      grantsOf(statement).some((grant) => {
        const changes = privilegesOf(grant).filter(({ name }) => name === "update" || name === "delete");
        const tables = nodesOf(grant.objects, "RangeVar").map(nameOf);
        return (
          (changes.length > 0 && tables.some((table) => RECORDS.includes(table))) ||
          tables.some((table) => changes.some((change) => !isReread(change, rereadTables[table])))
        );
      }),
  },
  {
    id: "role-unbound",
    why: "such a role is bound by no policy, or by other settings than ours; roles are made by db/roles.sql",
    breaks: ({ trees }) =>
      nodesOf(trees, "AlterRoleSetStmt").length > 0 ||
      [...nodesOf(trees, "CreateRoleStmt"), ...nodesOf(trees, "AlterRoleStmt")].some(({ options }) =>
        nodesOf(options, "DefElem").some(
          (option) =>
            UNBOUND.includes(option.defname ?? "") &&
            nodesOf(option, "Boolean").some(({ boolval }) => boolval === true),
        ),
      ),
  },
  {
    id: "role-made-member",
    why: "a member of a role may do what that role may: the app's is member of none",
    breaks: ({ trees }) => nodesOf(trees, "GrantRoleStmt").some(({ is_grant }) => is_grant === true),
  },
  {
    id: "app-role-owns",
    why: "an owner turns row-level security off",
    breaks: ({ trees }) => newOwners(trees).some((role) => roleOf(role) === roles.app),
  },
];

/** What the statement grants, as default privileges too; what it revokes is left out. */
function grantsOf({ trees }: Statement): NodeOf<"GrantStmt">[] {
  const defaults = nodesOf(trees, "AlterDefaultPrivilegesStmt").flatMap(({ action }) => action ?? []);
  return [...nodesOf(trees, "GrantStmt"), ...defaults].filter(({ is_grant }) => is_grant === true);
}

/** Empty for ALL. */
interface Privilege {
  readonly name: string;
  /** None: all of them. */
  readonly columns: readonly string[];
}

function privilegesOf({ privileges }: NodeOf<"GrantStmt">): Privilege[] {
  return nodesOf(privileges, "AccessPriv").map(({ priv_name, cols }) => ({
    name: priv_name ?? "",
    columns: nodesOf(cols, "String").map(({ sval }) => sval ?? ""),
  }));
}

/** Whether a change is of columns alone that may be changed; of a table that says nothing of them, any is. */
function isReread({ name, columns }: Privilege, allowed: readonly string[] | undefined): boolean {
  if (allowed === undefined) return true;
  return name === "update" && columns.length > 0 && columns.every((column) => allowed.includes(column));
}

function newOwners(trees: unknown): (NodeOf<"RoleSpec"> | undefined)[] {
  return [
    ...nodesOf(trees, "AlterTableCmd").map(({ newowner }) => newowner),
    ...nodesOf(trees, "AlterOwnerStmt").map(({ newowner }) => newowner),
    ...nodesOf(trees, "CreateSchemaStmt").map(({ authrole }) => authrole),
  ];
}
